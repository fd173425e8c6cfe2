import type { Reasons } from './reason';
import type { SettlementFinding, SettlementReason } from '../../rules/settlement/verdict';

const AGAIN = 'Download the report again as Amazon gives it, without a spreadsheet in between.';

/** Why a settlement, or a row of it, is held. */
export const SETTLEMENT_REASONS: Reasons<SettlementReason> = {
	'does-not-balance': {
		meaning: 'The rows do not add up to the total of the first row; message has the difference.',
		remedy: 'Download the report again. If it stays so, ask Amazon before you book it.',
	},
	'amount-not-a-number': {
		meaning: 'The amount of a row is empty or no number, so the settlement cannot be checked.',
		remedy: AGAIN,
	},
	'amount-in-two-ways': {
		meaning: 'An amount such as 1.234 may be thousands or decimals, and no other amount of the file tells.',
		remedy: 'Say how the file writes its numbers in _Decimal Style_.',
	},
	'amounts-written-differently': {
		meaning: 'An amount has a decimal comma where the others have a point, or the other way round.',
		remedy: AGAIN,
	},
	'mixed-currencies': {
		meaning: 'A row is in another currency than the settlement.',
		remedy: `Amazon settles each currency by itself. ${AGAIN}`,
	},
	'several-settlements': {
		meaning: 'The file has rows of a second settlement, or a second total.',
		remedy: 'Check each settlement by itself.',
	},
	'total-missing': {
		meaning: 'The file has no first row with a total, so there is nothing to compare the rows with.',
		remedy: AGAIN,
	},
	'total-not-a-number': {
		meaning: 'The total of the first row is no number, or one that can be read in two ways.',
		remedy: `Say how the file writes its numbers in _Decimal Style_. ${AGAIN}`,
	},
	'no-rows': {
		meaning: 'The file is empty.',
		remedy: 'Download the report again.',
	},
};

/** They keep a settlement from nothing. */
export const SETTLEMENT_FINDINGS: Reasons<SettlementFinding['code']> = {
	'kind-not-known': {
		meaning: "Amazon's words for a row are not known here: its kind is other, and its amount counts.",
		remedy: 'Book it by what description says.',
	},
	'date-not-read': {
		meaning:
			'A date can be read in two ways, such as 05/06/2026, or not at all: it stays as Amazon wrote it.',
		remedy: 'Nothing, unless you sort by it.',
	},
};
