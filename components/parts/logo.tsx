// The mark: a half mask with one eye open, one closed. The same drawing as public/icons, in the text's colour.
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        fill-rule="evenodd"
        d="M2 6.2C5 4.8 8.300 4.600 12 6.400 15.700 4.600 19 4.800 22 6.200c.6 6.600-1.700 11.800-5.600 11.800-2.200 0-3.300-1.800-4.400-3.300-1.100 1.500-2.200 3.300-4.400 3.300C3.700 18 1.400 12.800 2 6.200M7.300 9.200a2.200 2.200 0 1 0 0 4.400 2.200 2.200 0 0 0 0-4.400M14 10.600c.5 1.900 1.500 2.700 2.900 2.700s2.500-.8 2.900-2.700c-.8.9-1.700 1.200-2.900 1.200s-2.100-.3-2.900-1.200"
      />
    </svg>
  );
}
