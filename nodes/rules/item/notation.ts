import {
	decimalAdvice,
	decimalExample,
	numberParser,
	rateAdvice,
	rateParser,
	requireDecimalStyle,
	type DecimalStyle,
	type ParseNumber,
} from './decimalStyle';
import { isTimeZone, parseMoment, UTC, type Edge, type Moment } from './moment';
import { ConfigError } from '../verdict/verdict';

export interface NotationConfig {
	/** How the texts of the items write decimals; default `auto`. The configuration itself always has a decimal point. */
	decimalStyle?: DecimalStyle;
	/** Time zone of dates that name none (IANA); default UTC. */
	timeZone?: string;
}

/** How the items of a list write numbers and dates: every rule that reads one reads it by this. */
export interface Notation {
	parseNumber: ParseNumber;
	/** What to do about a text that is no number; `plain` where a number of this list's style is not what is wanted. */
	adviceFor: (given: unknown, plain?: string) => string;
	/** Exchange rates are read more strictly. */
	parseRate: ParseNumber;
	rateAdviceFor: (given: unknown) => string;
	parseMoment: (given: unknown, edge: Edge) => Moment | undefined;
	timeZone: string;
}

/** @throws ConfigError for a decimal style or a time zone that does not exist */
export function compileNotation({ decimalStyle, timeZone = UTC }: NotationConfig): Notation {
	const style = requireDecimalStyle(decimalStyle);
	if (!isTimeZone(timeZone)) {
		throw new ConfigError('timeZone', 'the name of a time zone, such as Europe/Berlin', timeZone);
	}
	return {
		parseNumber: numberParser(style),
		adviceFor: (given, plain) => decimalAdvice(style, given) ?? plain ?? decimalExample(style),
		parseRate: rateParser(style),
		rateAdviceFor: (given) => rateAdvice(style, given),
		parseMoment: (given, edge) => parseMoment(given, edge, timeZone),
		timeZone,
	};
}
