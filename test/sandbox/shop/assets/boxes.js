// The row of one-digit boxes: typing moves on, Backspace moves back, a pasted code spreads out, and a full row sends
// its form. The way most sites do it, auto-submit included.
for (const row of document.querySelectorAll('[data-boxes]')) {
  const boxes = [...row.querySelectorAll('input')];

  const spread = (text, from) => {
    const digits = [...text].filter((one) => /\d/.test(one));
    boxes.slice(from, from + digits.length).forEach((box, at) => {
      box.value = digits[at];
    });
    boxes[Math.min(from + digits.length, boxes.length - 1)].focus();
  };
  const sendIfFull = () => {
    if (boxes.every((box) => box.value !== '')) row.closest('form').requestSubmit();
  };

  boxes.forEach((box, at) => {
    box.addEventListener('input', () => {
      box.value = box.value.replace(/\D/g, '').slice(-1);
      if (box.value !== '' && at < boxes.length - 1) boxes[at + 1].focus();
      sendIfFull();
    });
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Backspace' && box.value === '' && at > 0) boxes[at - 1].focus();
    });
    box.addEventListener('paste', (event) => {
      event.preventDefault();
      spread(event.clipboardData.getData('text'), at);
      sendIfFull();
    });
  });
  boxes[0].focus();
}
