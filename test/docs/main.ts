import { writeFileSync } from 'node:fs';
import { REASONS_PAGE, reasonsPage } from './reasonsPage';

writeFileSync(REASONS_PAGE, reasonsPage());
console.log(`Written: ${REASONS_PAGE}`);
