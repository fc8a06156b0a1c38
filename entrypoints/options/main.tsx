// The options page: settings, accounts and the first run, in a tab of their own. Leans on components/options.
import { render } from 'preact';
import { Options } from '../../components/options/options.tsx';
import '../../components/style/tokens.css';
import '../../components/style/base.css';
import '../../components/style/buttons.css';
import '../../components/style/fields.css';
import '../../components/style/lists.css';
import '../../components/style/addresses.css';
import '../../components/style/codes.css';
import '../../components/style/surfaces.css';
import '../../components/style/layers.css';
import '../../components/style/checks.css';
import '../../components/style/webhooks.css';
import '../../components/style/options.css';
import '../../components/style/forced.css';

const root = document.getElementById('app');
if (root) render(<Options />, root);
