// The mark of Moniker as one path on a 24 px grid: a half mask, one eye open, one closed. Drawn for this project; the
// toolbar icons (test/tools/draw-icons.ts) and the logo on screens are made from this line and no other.
export const MASK =
  'M2 6.200C5 4.800 8.300 4.600 12 6.400 15.700 4.600 19 4.800 22 6.200c.6 6.600-1.700 11.800-5.600 11.800-2.200 0-3.300-1.800-4.400-3.300-1.100 1.500-2.200 3.300-4.400 3.300C3.700 18 1.400 12.800 2 6.200M7.300 8.900a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5M13.600 10.400c.5 2.300 1.600 3.200 3.100 3.200s2.600-.9 3.100-3.200c-.9.9-1.800 1.300-3.100 1.300s-2.200-.4-3.100-1.300';
