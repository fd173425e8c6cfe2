import type { Step } from './scene';
import { credentialIsValid } from './steps/credentialIsValid';
import { demoStoreIsUsed } from './steps/demoStoreIsUsed';
import { editorOpens } from './steps/editorOpens';
import { noSecretsKept } from './steps/noSecretsKept';
import { largeReport } from './steps/largeReport';
import { ordersSurviveKills } from './steps/ordersSurviveKills';
import { nodesAreFound } from './steps/nodesAreFound';
import { ordersConnect } from './steps/ordersConnect';
import { readmeWorks } from './steps/readmeWorks';
import { reportIsRead } from './steps/reportIsRead';
import { shopkeeper } from './steps/shopkeeper';
import { stormArrives } from './steps/stormArrives';
import { longStorms, shortStorms } from './steps/stormsOnPostgres';
import { unreachableIsTold } from './steps/unreachableIsTold';
import { workflowsOpen } from './steps/workflowsOpen';
import { workflowsPublish } from './steps/workflowsPublish';
import { wrongSecretIsExplained } from './steps/wrongSecretIsExplained';

/** What is proven in a real n8n, in this order. A new step: write its file in `steps/`, list it here. */
export const STEPS: Step[] = [
	editorOpens,
	nodesAreFound,
	credentialIsValid,
	wrongSecretIsExplained,
	readmeWorks,
	shopkeeper,
	unreachableIsTold,
	ordersConnect,
	reportIsRead,
	largeReport,
	workflowsOpen,
	workflowsPublish,
	stormArrives,
	demoStoreIsUsed,
	noSecretsKept,
	...shortStorms,
	...longStorms,
	ordersSurviveKills,
];
