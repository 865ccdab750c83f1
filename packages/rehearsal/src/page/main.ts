import { applyTheme } from './places/theme.ts';
import { start } from './tab.ts';

applyTheme();
const app = document.getElementById('app');
if (app !== null) start(app);
