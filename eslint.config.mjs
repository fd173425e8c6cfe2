import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import importX from 'eslint-plugin-import-x';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

/** Who may import whom: rules <- amazon <- n8n <- node folders; never up, never from node to node. */
const FLOORS = {
	rules: { from: ['nodes/amazon', 'nodes/n8n', 'nodes/Amazon*'], packages: ['n8n-workflow', 'bottleneck'] },
	amazon: { from: ['nodes/n8n', 'nodes/Amazon*'], packages: ['n8n-workflow'] },
	n8n: { from: ['nodes/Amazon*'], packages: ['bottleneck', 'luxon'] },
};
const NODES = ['AmazonTrigger', 'AmazonListings', 'AmazonOrders', 'AmazonReports'];

const floorRules = Object.entries(FLOORS).map(([floor, { from, packages }]) => ({
	files: [`nodes/${floor}/**/*.ts`],
	rules: {
		'import-x/no-restricted-paths': [
			'error',
			{
				zones: from.map((folder) => ({
					target: `./nodes/${floor}`,
					from: `./${folder}${folder.endsWith('*') ? '/**' : ''}`,
					message: `the ${floor} floor does not know what stands on it`,
				})),
			},
		],
		'no-restricted-imports': [
			'error',
			{ paths: packages.map((name) => ({ name, message: `not on the ${floor} floor` })) },
		],
	},
}));

const nodeRules = NODES.map((node) => ({
	files: [`nodes/${node}/**/*.ts`],
	rules: {
		'import-x/no-restricted-paths': [
			'error',
			{
				zones: NODES.filter((other) => other !== node).map((other) => ({
					target: `./nodes/${node}`,
					from: `./nodes/${other}`,
					message: 'nodes do not import each other: move what they share down a floor',
				})),
			},
		],
	},
}));

const typed = {
	languageOptions: {
		parser: tseslint.parser,
		parserOptions: { project: ['./tsconfig.json', './test/tsconfig.json'] },
	},
};

export default tseslint.config(
	{ ignores: ['dist/**', 'node_modules/**', 'coverage/**'] },
	{ files: ['**/*.ts'], extends: [...tseslint.configs.recommendedTypeChecked], ...typed },
	{
		files: ['**/*.ts'],
		plugins: { 'import-x': importX },
		settings: { 'import-x/resolver': { node: { extensions: ['.ts', '.js', '.json'] } } },
		rules: {
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
			'import-x/no-cycle': 'error',
		},
	},
	{
		files: ['nodes/**/*.ts', 'credentials/**/*.ts', 'package.json'],
		...n8nCommunityNodesPlugin.configs.recommended,
	},
	{
		files: ['package.json'],
		languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
	},
	{
		// The one exception: the package does have runtime dependencies. The design card asks for bottleneck,
		// fast-xml-parser and luxon, and money needs a decimal library. The first rule forbids to list them in
		// package.json, the second to import them.
		files: [
			'package.json',
			'nodes/amazon/transport/*.ts',
			'nodes/amazon/feeds/xml.ts',
			'nodes/rules/**/*.ts',
		],
		rules: {
			'@n8n/community-nodes/no-runtime-dependencies': 'off',
			'@n8n/community-nodes/no-restricted-imports': 'off',
		},
	},
	{
		// These floors do not know n8n; `n8n/run.ts` and `n8n/errors.ts` wrap what they throw.
		files: ['nodes/amazon/**/*.ts', 'nodes/rules/**/*.ts'],
		rules: { '@n8n/community-nodes/require-node-api-error': 'off' },
	},
	{
		files: ['nodes/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			// They ask for the literal 'main'; n8n's newer plugin forbids it and asks for NodeConnectionTypes.
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
			// It does not see defaults that are not literals, and adds a second one.
			'n8n-nodes-base/node-param-default-missing': 'off',
			// Shopkeepers know marketplaces, not ids; that an expression may give ids stands in the description.
			'n8n-nodes-base/node-param-display-name-wrong-for-dynamic-options': 'off',
			'n8n-nodes-base/node-param-display-name-wrong-for-dynamic-multi-options': 'off',
			// Rules stand in the order in which they act, so that a form tells what happens.
			'n8n-nodes-base/node-param-collection-type-unsorted-items': 'off',
			'n8n-nodes-base/node-param-fixed-collection-type-unsorted-items': 'off',
		},
	},
	{
		files: ['credentials/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			// For n8n's own repository, where the address is a name; the newer plugin asks for a real one.
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
			// "SP-API" is what Amazon calls it; "SP-API API" would be silly.
			'n8n-nodes-base/cred-class-field-display-name-missing-api': 'off',
		},
	},
	{
		// jest's matchers are `any`, stand-ins answer promises without waiting, and JSON of tests is what it is.
		files: ['test/**/*.ts'],
		rules: {
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-return': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/require-await': 'off',
		},
	},
	{
		// The simulator must not share the transport's mistakes: of the package it knows tables of facts at most.
		files: ['test/simulator/**/*.ts'],
		rules: {
			'import-x/no-restricted-paths': [
				'error',
				{
					zones: [
						...['rules', 'n8n', ...NODES],
						...['amazon/transport', 'amazon/feeds', 'amazon/listings', 'amazon/orders'],
					].map((folder) => ({
						target: './test/simulator',
						from: `./nodes/${folder}`,
						message: 'tables at most',
					})),
				},
			],
		},
	},
	{
		// What a workflow does stands in steps and in their code: of the package it knows the stores' payloads at most.
		files: ['workflows-examples/source/**/*.ts'],
		rules: {
			'import-x/no-restricted-paths': [
				'error',
				{
					zones: [
						{
							target: './workflows-examples/source',
							from: './nodes',
							except: ['./rules/stores'],
							message: 'of the package a workflow may use rules/stores at most',
						},
						{
							target: './workflows-examples/source',
							from: './test',
							message: 'a workflow does not know its tests',
						},
					],
				},
			],
		},
	},
	...floorRules,
	...nodeRules,
	{
		files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
		rules: { 'max-lines': ['warn', { max: 320, skipComments: true }] },
	},
);
