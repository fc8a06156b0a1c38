// Joins the frames of one payment: the frame with the button asks, each frame with a field answers with its value, and when all
// have answered the form is sent. A channel reaches only frames of the provider's own origin in the same page.
const channel = new BroadcastChannel('pay');

for (const holder of document.querySelectorAll('[data-field]')) {
  const input = holder.querySelector('input');
  channel.addEventListener('message', ({ data }) => {
    if (data.ask) channel.postMessage({ name: holder.dataset.field, value: input.value });
  });
}

for (const form of document.querySelectorAll('[data-gather]')) {
  const names = form.dataset.gather.split(' ');
  const values = new Map();
  form.addEventListener('submit', (event) => {
    if (names.every((name) => values.has(name))) return;
    event.preventDefault();
    channel.postMessage({ ask: true });
  });
  channel.addEventListener('message', ({ data }) => {
    if (!names.includes(data.name) || values.has(data.name)) return;
    values.set(data.name, data.value);
    const hidden = document.createElement('input');
    Object.assign(hidden, { type: 'hidden', name: data.name, value: data.value });
    form.append(hidden);
    if (values.size === names.length) form.requestSubmit();
  });
}
