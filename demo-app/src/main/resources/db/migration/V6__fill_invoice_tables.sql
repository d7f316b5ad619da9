-- One invoice with two lines, which nobody else is to get hold of.

INSERT INTO invoice (id, customer) VALUES (1, 'Greta Holm');

INSERT INTO invoice_line (id, description, quantity, invoice_id) VALUES
  (1, 'Foreign key ring', 2, 1),
  (2, 'Query plan poster', 1, 1);

-- Rows that are inserted later get the next ids
ALTER TABLE invoice ALTER COLUMN id RESTART WITH 2;
ALTER TABLE invoice_line ALTER COLUMN id RESTART WITH 3;
