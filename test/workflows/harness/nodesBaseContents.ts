const nodeFolders = [
	...['Code', 'CompareDatasets', 'Crypto', 'DataTable', 'DateTime', 'ErrorTrigger', 'ExecuteWorkflow'],
	...['Files', 'Filter', 'Form', 'HttpRequest', 'ICalendar', 'If', 'ItemLists', 'Magento', 'ManualTrigger'],
	...[
		'Merge',
		'NoOp',
		'RenameKeys',
		'RespondToWebhook',
		'RssFeedRead',
		'Schedule',
		'Set',
		'Shopify',
		'SplitInBatches',
	],
	...[
		'SpreadsheetFile',
		'StickyNote',
		'StopAndError',
		'Switch',
		'Transform',
		'Wait',
		'Webhook',
		'WooCommerce',
	],
	'Xml',
];

const credentialNames = [
	...[
		'HttpBasicAuth',
		'HttpBearerAuth',
		'HttpCustomAuth',
		'HttpDigestAuth',
		'HttpHeaderAuth',
		'HttpQueryAuth',
	],
	...[
		'JwtAuth',
		'Crypto',
		'Magento2Api',
		'OAuth2Api',
		'ShopifyAccessTokenApi',
		'ShopifyApi',
		'ShopifyOAuth2Api',
	],
	'WekanApi',
	'WooCommerceApi',
];

/** What is taken out of the package of n8n's own nodes: paths inside its archive. */
export const neededFolders = [
	'package/package.json',
	'package/dist/known',
	'package/dist/utils',
	...nodeFolders.map((name) => `package/dist/nodes/${name}`),
	...credentialNames.map((name) => `package/dist/credentials/${name}.credentials.js`),
];

/** Packages those nodes need that the project does not have, in the versions n8n names. */
export const neededPackages = [
	...[
		'@e965/xlsx',
		'basic-auth',
		'csv-parse',
		'generate-schema',
		'isbot',
		'moment-timezone',
		'rss-parser',
		'tmp-promise',
	],
];

/** Packages that are loaded but not used in the workflows here: pages for AI tools, forms, calendars. */
export const absentPackages = [
	...['@mozilla/readability', 'cheerio', 'html-to-text', 'ics', 'jsdom', 'sanitize-html', 'ts-ics'],
];

/** What stands for such a package: it can be loaded, and says so when used. */
export const absentPackage = `
const absent = () => { throw new Error(__dirname + ' is not part of the nodes that workflow tests load'); };
module.exports = new Proxy({}, { get: (_, name) => (name === '__esModule' || absent) });
`;

/** `change-case` is an ES module, which a test cannot `require`: the functions n8n's store nodes use. */
export const caseFunctions = `
const words = (text) => text.replace(/([a-z0-9])([A-Z])/g, '$1 $2').split(/[^A-Za-z0-9]+/).filter(Boolean);
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
exports.snakeCase = (text) => words(text).join('_').toLowerCase();
exports.capitalCase = (text) => words(text).map(capital).join(' ');
exports.pascalCase = (text) => words(text).map(capital).join('');
exports.camelCase = (text) => { const name = exports.pascalCase(text); return name.charAt(0).toLowerCase() + name.slice(1); };
`;
