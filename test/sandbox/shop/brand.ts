// Who a page says it is. The look-alike site shows the shop's pages with the same brand on another domain, which is the
// whole point of it.
export interface Brand {
  name: string;
  slogan: string;
  street: string;
}

export const CORNER_SHOP: Brand = {
  name: 'Corner Shop',
  slogan: 'Small things, made to last',
  street: '12 Harbour Street, Portsmouth',
};
