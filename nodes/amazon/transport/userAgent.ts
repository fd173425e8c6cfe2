/** This package's version; a test compares it with package.json. */
export const VERSION = '0.1.0';

/** Amazon asks every application to name itself, in this form; every request carries it. */
export const USER_AGENT = `n8n-nodes-amazon-seller/${VERSION} (Language=TypeScript; Platform=n8n)`;
