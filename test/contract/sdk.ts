import type { AxiosRequestConfig, AxiosStatic } from 'axios';

const LIVE_HOSTS = /^https:\/\/(api|sellingpartnerapi-(eu|na|fe))\.amazon\.com/;

/** Of the first simulated seller. */
export const credentials = {
	clientId: 'amzn1.application-oa2-client.simulator-eu',
	clientSecret: 'simulator-secret-eu',
	refreshToken: 'Atzr|simulator-eu',
};

/**
 * A client that others wrote, unchanged but for the address. Its login has no setting for it, so axios (which both
 * its packages build on) gets the simulator's address where they name Amazon's; both copy axios' defaults when loaded.
 */
export async function loadSdk(url: () => string) {
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- the same instance as the SDK's own require
	const axios = require('axios') as AxiosStatic;
	const http = axios.getAdapter('http');
	axios.defaults.adapter = (config) => {
		const wanted: AxiosRequestConfig = config;
		const target = axios.getUri(wanted).replace(LIVE_HOSTS, url());
		return http({ ...config, baseURL: '', url: target, params: undefined });
	};
	const { SellingPartnerApiAuth } = await import('@sp-api-sdk/auth');
	const { FeedsApiClient } = await import('@sp-api-sdk/feeds-api-2021-06-30');
	const { OrdersApiClient } = await import('@sp-api-sdk/orders-api-2026-01-01');
	const { OrdersApiClient: ShipmentsApiClient } = await import('@sp-api-sdk/orders-api-v0');
	const { ReportsApiClient } = await import('@sp-api-sdk/reports-api-2021-06-30');
	const clients = { FeedsApiClient, OrdersApiClient, ShipmentsApiClient, ReportsApiClient };
	return { axios, SellingPartnerApiAuth, ...clients };
}
