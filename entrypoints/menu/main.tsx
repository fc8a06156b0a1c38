// Mounts the menu.
import { render } from 'preact';

const root = document.getElementById('app');
if (root) render(<p>Moniker</p>, root);
