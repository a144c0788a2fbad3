/** Where a simulated camera draws. */
export type Surface = OffscreenCanvasRenderingContext2D;

/** What common otoscopes yield. */
export const PICTURE_SIZE = { width: 1_280, height: 720 } as const;
const { width, height } = PICTURE_SIZE;
const MIDDLE = { x: width / 2, y: height / 2 } as const;
const RADIUS = 340;

const disc = (
  surface: Surface,
  x: number,
  y: number,
  radius: number,
  fill: string | CanvasGradient,
): void => {
  surface.fillStyle = fill;
  surface.beginPath();
  surface.arc(x, y, radius, 0, 2 * Math.PI);
  surface.fill();
};

const oval = (
  surface: Surface,
  { x, y, wide, high }: { x: number; y: number; wide: number; high: number },
  fill: string,
): void => {
  surface.fillStyle = fill;
  surface.beginPath();
  surface.ellipse(x, y, wide, high, 0, 0, 2 * Math.PI);
  surface.fill();
};

const glow = (surface: Surface, x: number, y: number, inner: string, outer: string): CanvasGradient => {
  const gradient = surface.createRadialGradient(x, y, 20, x, y, RADIUS);
  gradient.addColorStop(0, inner);
  gradient.addColorStop(1, outer);
  return gradient;
};

/** A hand is never quite still. */
const sway = (seconds: number): { readonly x: number; readonly y: number } => ({
  x: MIDDLE.x + 14 * Math.sin(seconds * 1.7),
  y: MIDDLE.y + 9 * Math.cos(seconds * 1.3),
});

const clear = (surface: Surface, ground: string): void => {
  surface.fillStyle = ground;
  surface.fillRect(0, 0, width, height);
};

/** Says what it is, in the picture itself: a still that leaves this page says it too. The seconds show that it moves. */
const label = (surface: Surface, seconds: number): void => {
  surface.fillStyle = '#FFFFFF';
  surface.font = '600 40px sans-serif';
  surface.fillText('SIMULATION', 28, 60);
  surface.fillText(seconds.toFixed(1), 28, height - 30);
};

/** An ear drum through a speculum. */
export const drawEar = (surface: Surface, seconds: number): void => {
  const { x, y } = sway(seconds);
  clear(surface, '#050505');
  disc(surface, x, y, RADIUS, glow(surface, x, y, '#E2A58A', '#7A3A2C'));
  oval(surface, { x, y, wide: 190, high: 205 }, '#D9C7B2');
  oval(surface, { x, y: y + 8, wide: 172, high: 184 }, '#E6D8C6');
  surface.strokeStyle = '#B99A7E';
  surface.lineWidth = 16;
  surface.lineCap = 'round';
  surface.beginPath();
  surface.moveTo(x - 40, y - 150);
  surface.lineTo(x + 8, y + 18);
  surface.stroke();
  surface.fillStyle = '#FFFDF2';
  surface.beginPath();
  surface.moveTo(x + 8, y + 24);
  surface.lineTo(x + 96, y + 138);
  surface.lineTo(x + 34, y + 158);
  surface.fill();
  label(surface, seconds);
};

/** A throat with its lamp. */
export const drawThroat = (surface: Surface, seconds: number): void => {
  const { x, y } = sway(seconds);
  clear(surface, '#2A0E0E');
  disc(surface, x, y, RADIUS, glow(surface, x, y, '#E79A90', '#8C3E3A'));
  oval(surface, { x, y: y + 30, wide: 210, high: 170 }, '#5B1E1F');
  oval(surface, { x: x - 205, y: y + 40, wide: 70, high: 120 }, '#D77A74');
  oval(surface, { x: x + 205, y: y + 40, wide: 70, high: 120 }, '#D77A74');
  oval(surface, { x, y: y - 70 + 6 * Math.sin(seconds * 3), wide: 34, high: 86 }, '#E08D86');
  oval(surface, { x, y: y + 250, wide: 240, high: 110 }, '#DB8A84');
  label(surface, seconds);
};

/** A mole on a forearm. */
export const drawSkin = (surface: Surface, seconds: number): void => {
  const { x, y } = sway(seconds);
  clear(surface, '#E9C3A4');
  oval(surface, { x, y, wide: 120, high: 96 }, '#7A4A2E');
  oval(surface, { x: x + 24, y: y - 14, wide: 64, high: 50 }, '#5A3220');
  surface.strokeStyle = '#8A6A52';
  surface.lineWidth = 3;
  for (let hair = 0; hair < 9; hair += 1) {
    surface.beginPath();
    surface.moveTo(120 + hair * 130, 90 + (hair % 3) * 190);
    surface.quadraticCurveTo(
      160 + hair * 130,
      140 + (hair % 3) * 190,
      150 + hair * 130,
      210 + (hair % 3) * 190,
    );
    surface.stroke();
  }
  label(surface, seconds);
};
