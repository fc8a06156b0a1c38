// The options page: settings, accounts and the first run, in a tab of their own. Leans on components/options.
import { render } from 'preact';
import { Options } from '../../components/options/options.tsx';
import '../../components/style/tokens.css';
import '../../components/style/base.css';
import '../../components/style/parts.css';
import '../../components/style/options.css';

const root = document.getElementById('app');
if (root) render(<Options />, root);
