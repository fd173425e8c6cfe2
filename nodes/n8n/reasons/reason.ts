/** What a reason word means, and what to do about it: a sentence each, for whoever finds the word in an answer. */
export interface Reason {
	meaning: string;
	remedy: string;
}

/** All words of a kind: the compiler refuses a word without its sentences, and sentences without their word. */
export type Reasons<Word extends string> = Readonly<Record<Word, Reason>>;

/** Some of them, as one chapter of the page has them. */
export type SomeReasons<Word extends string> = Readonly<Partial<Record<Word, Reason>>>;
