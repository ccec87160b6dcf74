// Draws the modules that the server computed.
for (const canvas of document.querySelectorAll('canvas')) {
  const rows = (canvas.dataset.modules ?? '').split(' ');
  const context = canvas.getContext('2d');
  if (!context) continue;
  const size = canvas.width / rows.length;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  rows.forEach((row, y) => {
    [...row].forEach((dark, x) => {
      if (dark === '1') context.fillRect(x * size, y * size, size, size);
    });
  });
}
