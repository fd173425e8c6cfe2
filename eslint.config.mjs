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

/** Rooms of the rules, what each may import of the others, and what an import beyond that forgets. */
const GROUND = ['money', 'verdict', 'item'];
const ROOMS = {
	money: { may: [], why: 'money knows nothing but amounts' },
	verdict: { may: [], why: 'a verdict does not know the rules that give it' },
	item: { may: ['money', 'verdict'], why: 'an item is read without knowing the rules that ask for it' },
	price: { may: GROUND, why: 'a price is decided without the stock, and without orders' },
	stock: { may: GROUND, why: 'stock is decided without the price, and without orders' },
	order: { may: GROUND, why: 'an order is read without knowing what is made of it' },
	settlement: { may: GROUND, why: 'a settlement is added up without the orders that it pays' },
	import: { may: [...GROUND, 'order'], why: 'an order comes in without knowing what goes back' },
	sendBack: { may: [...GROUND, 'order'], why: 'what goes back does not know how the order came in' },
	stores: {
		may: [...GROUND, 'import/storeOrder.ts'],
		why: 'a store knows the neutral order, not how it came about',
	},
};

const roomZones = Object.entries(ROOMS).map(([room, { may, why }]) => ({
	target: `./nodes/rules/${room}`,
	from: './nodes/rules',
	except: [room, ...may].map((path) => `./${path}`),
	message: why,
}));

const floorRules = Object.entries(FLOORS).map(([floor, { from, packages }]) => ({
	files: [`nodes/${floor}/**/*.ts`],
	rules: {
		'import-x/no-restricted-paths': [
			'error',
			{
				zones: [
					...from.map((folder) => ({
						target: `./nodes/${floor}`,
						from: `./${folder}${folder.endsWith('*') ? '/**' : ''}`,
						message: `the ${floor} floor does not know what stands on it`,
					})),
					...(floor === 'rules' ? roomZones : []),
				],
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
	{ ignores: ['dist/**', 'release/**', 'node_modules/**', 'coverage/**', '.cache/**'] },
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
		files: ['nodes/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			// They ask for the literal 'main'; n8n's newer plugin forbids it and asks for NodeConnectionTypes.
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
		},
	},
	{
		files: ['credentials/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			// For n8n's own repository, where the address is a name; the newer plugin asks for a real one.
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
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
