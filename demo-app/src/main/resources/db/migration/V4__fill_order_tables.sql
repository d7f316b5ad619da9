-- 200 orders with three lines each, and two shipments for four of five; the fifth has not been sent yet.

INSERT INTO "ORDER" (id, customer, placed_on)
SELECT x, customers[MOD(x * 7, 12) + 1], DATEADD(DAY, x * 3, DATE '2024-01-01')
FROM SYSTEM_RANGE(1, 200), (SELECT
  ARRAY[
    'Ines Moreau', 'Pavel Horak', 'Yuki Mori', 'Tariq Aziz', 'Greta Holm', 'Luca Ferri',
    'Chipo Banda', 'Anna Wolf', 'Rui Costa', 'Maja Zielinska', 'Omar Said', 'Kate Byrne'
  ] AS customers);

-- 5 has no common factor with 12, so that the lines of an order name different products
INSERT INTO order_line ("ORDER", product, quantity, price)
SELECT (x - 1) / 3 + 1, products[MOD(x * 5, 12) + 1], MOD(x, 4) + 1, prices[MOD(x * 5, 12) + 1]
FROM SYSTEM_RANGE(1, 600), (SELECT
  ARRAY[
    'Foreign key ring', 'Mug without handle', 'Index cards', 'Sticker sheet', 'Rubber duck',
    'Query plan poster', 'Notebook', 'Cache of biscuits', 'Tea towel', 'Join puzzle', 'Pencil set',
    'Canvas bag'
  ] AS products,
  ARRAY[
    4.50, 12.00, 3.20, 2.50, 6.90, 15.00, 7.80, 5.40, 9.00, 18.50, 8.30, 11.00
  ] AS prices);

INSERT INTO shipment ("ORDER", order_key, carrier, sent_on)
SELECT placed.id, x, carriers[MOD(placed.id + x, 3) + 1], DATEADD(DAY, 2 * x + 1, placed.placed_on)
FROM "ORDER" placed, SYSTEM_RANGE(0, 1), (SELECT
  ARRAY[
    'Bicycle courier', 'Night train', 'Post'
  ] AS carriers)
WHERE MOD(placed.id, 5) > 0;

-- Orders that are inserted later get the next ids
ALTER TABLE "ORDER" ALTER COLUMN id RESTART WITH 201;
