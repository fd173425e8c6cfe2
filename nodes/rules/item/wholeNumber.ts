import { ConfigError } from '../verdict/verdict';

const MOST = 1_000_000_000;

/** A whole number of the configuration, 0 or more; undefined when left out. @throws ConfigError naming `field` */
export function optionalWhole(
	given: number | undefined,
	field: string,
	{ least = 0, most = MOST }: { least?: number; most?: number } = {},
): number | undefined {
	if (given === undefined || given === null) return undefined;
	if (Number.isInteger(given) && given >= least && given <= most) return given;
	const allowed =
		most === MOST ? `a whole number, ${least} or more` : `a whole number from ${least} to ${most}`;
	throw new ConfigError(field, allowed, given);
}
