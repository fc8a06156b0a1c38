// A page of a sorted list without sorting the list: quickselect (Hoare's FIND) for both ends of the page, then the page alone
// is sorted. Pure; a hundred thousand hits cost a few looks each, however far down the page lies.

/**
 * Rearranges `items` so that those from `from` to `to` stand as if all were sorted.
 * @param compare a total order: no two items equal.
 */
export function sortPart(
  items: Uint32Array,
  from: number,
  to: number,
  compare: (a: number, b: number) => number,
): void {
  const end = Math.min(to, items.length);
  if (from >= end) return;
  if (from > 0) partition(items, from, 0, items.length - 1, compare);
  if (end < items.length) partition(items, end, from, items.length - 1, compare);
  items.subarray(from, end).sort(compare);
}

/** Afterwards nothing before `nth` sorts behind it, and nothing behind it before. */
function partition(
  items: Uint32Array,
  nth: number,
  first: number,
  last: number,
  compare: (a: number, b: number) => number,
): void {
  let low = first;
  let high = last;
  while (low < high) {
    const pivot = median(items, low, high, compare);
    let left = low;
    let right = high;
    while (left <= right) {
      while (compare(items[left] ?? 0, pivot) < 0) left += 1;
      while (compare(items[right] ?? 0, pivot) > 0) right -= 1;
      if (left > right) break;
      swap(items, left, right);
      left += 1;
      right -= 1;
    }
    if (nth <= right) high = right;
    else if (nth >= left) low = left;
    else return;
  }
}

/** Of three places, so that what is sorted already is no worst case. */
function median(
  items: Uint32Array,
  low: number,
  high: number,
  compare: (a: number, b: number) => number,
): number {
  const three = [items[low] ?? 0, items[(low + high) >> 1] ?? 0, items[high] ?? 0].sort(compare);
  return three[1] ?? 0;
}

function swap(items: Uint32Array, a: number, b: number): void {
  const kept = items[a] ?? 0;
  items[a] = items[b] ?? 0;
  items[b] = kept;
}
