import type { IDataObject } from 'n8n-workflow';

import { answerOf, notAnOrder, unreadableAnswer } from './answer';
import { convertFields } from './fields';
import { readConvertSettings, type ConvertSettings } from './config';
import { readOrder } from '../../amazon/orders/readOrder';
import { marketplaceById } from '../../amazon/tables/marketplaces';
import type { BatchOperation, Context, Outcome } from '../../n8n/operation';
import { isGroup, toGroup, toText } from '../../n8n/params';
import { compilePath } from '../../rules/item/attribute';
import type { Imported, ImportVerdict } from '../../rules/import/verdict';
import { decideImport, type DecideImport } from '../../rules/import/decide';
import { createSkuMap, type SkuMap } from '../../rules/import/skuMap';
import { unitLedger } from '../../rules/verdict/runLedger';

/** Names of the outputs, in the order of `OUTPUT`. */
const OUTPUTS = ['Import', 'Failed', 'Skipped'] as const;
const OUTPUT: Record<ImportVerdict['kind'], number> = { import: 0, fail: 1, skip: 2 };

/** Judges Amazon's orders and turns those that are wanted into store orders. */
export const convert: BatchOperation = {
	value: 'convert',
	name: 'Convert to Store Order',
	action: 'Convert orders to store orders',
	description: 'Decide which orders to import, and turn them into orders of your store',
	builderHint:
		"Connect Amazon Trigger (New Order) or Get Many to the first input and the store's products to the second. Connect the node that creates the store's order to the output Import, and a notification to Failed; Skipped may stay open.",
	fields: convertFields,
	inputs: ['Orders', 'Store Products'],
	outputs: OUTPUTS,
	next: {
		import: 'Nothing was sent: create the orders on the output Import in your store.',
		failed: 'Failed orders say why in message.',
		skipped: '',
	},
	batch(context, items) {
		const settings = readConvertSettings(context);
		const run = new ConvertRun(context, settings, readSkuMap(context, settings));
		// Without a single order the wrong step is connected; one bad item among orders is its own problem.
		if (items.every((json) => readOrder(json) === undefined && json.problem === undefined))
			throw notAnOrder();
		return items.map((json, item) => run.convert(json, item));
	},
};

/** Undefined when nothing is connected to the second input: an empty list is a store without products. */
function readSkuMap(context: Context, { products }: ConvertSettings): SkuMap | undefined {
	const items = context.secondInput();
	if (items === undefined) return undefined;
	const { list, ...fields } = products;
	const found = items.flatMap((item) => listIn(item, list));
	return createSkuMap(
		found.filter((item) => Object.keys(item).length > 0),
		fields,
	);
}

/** The products in an input item: those of its list, or itself. */
function listIn(item: IDataObject, path: string): IDataObject[] {
	const list = path === '' ? undefined : compilePath(path, 'List Field')(item);
	if (!Array.isArray(list)) return [item];
	return list.filter((entry): entry is IDataObject => isGroup(entry));
}

/** Orders of one run share the stock and the numbers that were given. */
class ConvertRun {
	private readonly stock = unitLedger();
	private readonly taken = new Map<string, string>();
	private nextNumber: number;
	private readonly decide: DecideImport;

	constructor(
		private readonly context: Context,
		private readonly settings: ConvertSettings,
		private readonly skuMap: SkuMap | undefined,
	) {
		this.nextNumber = settings.nextNumber;
		this.decide = decideImport(settings.config);
	}

	convert(json: IDataObject, item: number): Outcome {
		const order = readOrder(json);
		if (order === undefined) return { item, output: OUTPUT.fail, json: unreadableAnswer(json) };
		const inStore = this.readKnown(json);
		const verdict = this.decide(order, {
			now: this.context.clock.now(),
			skuMap: this.skuMap,
			stock: this.stock,
			taken: this.taken,
			inStore,
			nextNumber: String(this.nextNumber),
			marketplaceCurrency: marketplaceById(order.marketplaceId)?.currency ?? 'USD',
		});
		if (verdict.kind === 'import') this.book(verdict);
		return { item, output: OUTPUT[verdict.kind], json: answerOf(order, verdict, this.settings) };
	}

	private book({ order: { orderNumber, amazonOrderId }, takes }: Imported): void {
		for (const { key, units } of takes) this.stock.book(key, units);
		if (orderNumber === '') return;
		this.taken.set(orderNumber, amazonOrderId);
		if (this.settings.config.orderNumber.base === 'nextNumber') this.nextNumber += 1;
	}

	/** Takes over the numbers of the store's orders that came with the item; answers with their Amazon ids. */
	private readKnown(json: IDataObject): Set<string> {
		const { knownField } = this.settings;
		const known = knownField === '' ? [] : compilePath(knownField, 'Store Orders Field')(json);
		const inStore = new Set<string>();
		for (const entry of Array.isArray(known) ? known.map(toGroup) : []) {
			const amazonOrderId = toText(entry.amazonOrderId);
			if (amazonOrderId !== '') inStore.add(amazonOrderId);
			const number = toText(entry.number);
			if (number !== '') this.taken.set(number, amazonOrderId);
		}
		return inStore;
	}
}
