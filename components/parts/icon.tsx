// Small line drawings, by name; drawn for this project on a 16 px grid. Decoration only: names come from the button.
const PATHS = {
  back: 'M10 3 5 8l5 5',
  card: 'M1.5 4h13v8.5h-13zM1.5 6.5h13M4 10h3',
  check: 'M3 8.5 6.5 12 13 4.5',
  choose: 'm2 4.5 1.5 1.5L6 3.2M2 11l1.5 1.5L6 9.7M8.5 4.5H14M8.5 11H14',
  close: 'm4 4 8 8M12 4l-8 8',
  copy: 'M6 6h7v7H6zM3 10V3h7',
  fill: 'M8 2v8M5 7l3 3 3-3M3 13h10',
  filter: 'M2.5 3.5h11l-4 5v4.5l-3-1.5v-3z',
  gear: 'M6.5 3.2L6.9 1.5L9.1 1.5L9.5 3.2L10.3 3.6L11.8 2.6L13.4 4.2L12.4 5.7L12.8 6.5L14.5 6.9L14.5 9.1L12.8 9.5L12.4 10.3L13.4 11.8L11.8 13.4L10.3 12.4L9.5 12.8L9.1 14.5L6.9 14.5L6.5 12.8L5.7 12.4L4.2 13.4L2.6 11.8L3.6 10.3L3.2 9.5L1.5 9.1L1.5 6.9L3.2 6.5L3.6 5.7L2.6 4.2L4.2 2.6L5.7 3.6zM8 5.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4',
  key: 'M5.5 5.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6M7.7 6.4 13 2M11 3.7l1.6 1.8',
  lock: 'M4 7h8v6.5H4zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  mail: 'M2 4h12v8.5H2zM2.5 4.5 8 9l5.5-4.5',
  more: 'M6 3l5 5-5 5',
  plus: 'M8 3v10M3 8h10',
  refresh: 'M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3',
  scan: 'M2 5.5V2h3.5M10.5 2H14v3.5M14 10.5V14h-3.5M5.5 14H2v-3.5M5 5h2.5v2.5H5zM9.5 9.5H11V11H9.5z',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9M10.5 10.5 14 14',
  sms: 'M2 3h12v8H7l-3 3v-3H2z',
  trash: 'M3 4.5h10M6 4.5V2.5h4v2M4.5 4.5l.6 9h5.8l.6-9',
  warn: 'M8 2 1.5 13.5h13zM8 6.5v3.5M8 11.7v.3',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
