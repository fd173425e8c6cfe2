const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
	return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** An element around a text, or around other elements. */
export function element(name: string, content: string | readonly string[], attributes = ''): string {
	const inside = typeof content === 'string' ? escaped(content) : content.join('');
	return `<${name}${attributes}>${inside}</${name}>`;
}

/** What stands around the messages of Amazon's XML reports. */
export function envelope(messageType: string): { head: string; tail: string } {
	const schema =
		'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="amzn-envelope.xsd"';
	return {
		head: `<?xml version="1.0" encoding="UTF-8"?>\n<AmazonEnvelope ${schema}>\n<Header><DocumentVersion>1.00</DocumentVersion></Header>\n<MessageType>${messageType}</MessageType>\n`,
		tail: '</AmazonEnvelope>\n',
	};
}
