import type { ApiRoute, Route } from '../route';
import { DOCUMENT_ROUTES } from './documents';
import { FEEDS_ROUTES } from './feeds';
import { LISTINGS_ROUTES } from './listings';
import { LWA_ROUTES } from './lwa';
import { SELLERS_ROUTES } from './sellers';

/** Operations of the Selling Partner API. To add an API: write its routes, list them here, add its limits. */
export const API_ROUTES: readonly ApiRoute[] = [...SELLERS_ROUTES, ...FEEDS_ROUTES, ...LISTINGS_ROUTES];

export const ROUTES: readonly Route[] = [...LWA_ROUTES, ...DOCUMENT_ROUTES, ...API_ROUTES];
