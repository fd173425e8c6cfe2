import { Refusal, type Reply } from '../reply';
import type { ApiRoute } from '../route';

/** Nobody has subscribed to anything. */
function getSubscription(): Reply {
	throw new Refusal(404, 'NotFound', "The requested resource doesn't exist.");
}

/** Notifications API v1, as far as the question for a subscription. */
export const NOTIFICATION_ROUTES: readonly ApiRoute[] = [
	{
		operation: 'getSubscription',
		method: 'GET',
		path: '/notifications/v1/subscriptions/{notificationType}',
		access: 'seller',
		query: ['payloadVersion'],
		takesJson: false,
		handle: getSubscription,
	},
];
