'use strict';

const form = $('invoice');

/** The id of the invoice in the form, or null for a new one. */
let current = null;

const input = (label, type, value) => {
  const element = document.createElement('input');
  element.type = type;
  element.value = value;
  element.setAttribute('aria-label', label);
  return element;
};

/** One line of the form; saved ones show their id. */
const addLine = ({ id = null, description = '', quantity = 1 } = {}) => {
  const line = node('div', '', 'line');
  line.dataset.id = id ?? '';
  line.append(node('span', id ? `no. ${id}` : 'new', 'number'), input('Description', 'text', description),
    input('Quantity', 'number', quantity), button('Remove', 'plain', () => removeLine(line)), node('p', '', 'error'));
  $('lines').append(line);
};

const lines = () => [...$('lines').children].map((line) => {
  const [description, quantity] = line.querySelectorAll('input');
  const fields = { description: description.value, quantity: quantity.value };
  return line.dataset.id ? { id: line.dataset.id, ...fields } : fields;
});

const asJson = (invoice) => JSON.stringify({
  customer: invoice.customer,
  lines: invoice.lines.map(({ id, description, quantity }) => ({
    ...(id && { id: Number(id) }), description, quantity: quantity === '' ? null : Number(quantity),
  })),
}, null, 2);

const asForm = (invoice) => {
  const fields = new URLSearchParams({ customer: invoice.customer });
  invoice.lines.forEach((line, index) => Object.entries(line)
    .forEach(([name, value]) => fields.append(`lines[${index}].${name}`, value)));
  return fields.toString();
};

/** Sends a request, shows it, and marks the fields that were refused. */
const exchange = async (...request) => {
  const { ok, answer } = await send(...request);
  showErrors(answer.errors ?? {});
  return ok ? answer : null;
};

/** Shows each violation under its field. */
const showErrors = (errors) => {
  $('customer-error').textContent = errors.customer ?? '';
  $('lines-error').textContent = errors.lines ?? '';
  [...$('lines').children].forEach((line, index) => {
    const own = Object.entries(errors).filter(([path]) => path.startsWith(`lines[${index}].`));
    line.querySelector('.error').textContent = own
      .map(([path, message]) => `${path.split('.').pop()} ${message}`).join('; ');
  });
};

const edit = (invoice) => {
  current = invoice.id ?? null;
  $('invoice-title').textContent = current ? `Invoice ${current}` : 'A new invoice';
  form.customer.value = invoice.customer;
  $('lines').replaceChildren();
  invoice.lines.forEach(addLine);
  $('delete').hidden = $('new').hidden = !current;
  showErrors({});
};

const save = (invoice) => {
  const path = current ? `/invoices/${current}` : '/invoices';
  return form.format.value === 'form'
    ? exchange('POST', path, asForm(invoice), FORM_TYPE)
    : exchange(current ? 'PUT' : 'POST', path, asJson(invoice), JSON_TYPE);
};

const removeLine = async (line) => {
  if (!line.dataset.id) {
    line.remove();
    return;
  }
  const invoice = await exchange('DELETE', `/invoices/${current}/lines/${line.dataset.id}`);
  if (invoice) {
    edit(invoice);
  }
};

const blank = () => edit({
  customer: 'Rui Costa',
  lines: [{ description: 'Tea towel', quantity: 3 }, { description: 'Notebook', quantity: 1 }],
});

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const invoice = await save({ customer: form.customer.value, lines: lines() });
  if (invoice) {
    edit(invoice);
  }
});

$('add').addEventListener('click', () => addLine());

$('steal').addEventListener('click', () => {
  const loot = { id: '1', description: 'Stolen', quantity: '1' };
  save({ customer: form.customer.value, lines: [...lines(), loot] });
});

$('look').addEventListener('click', () => exchange('GET', '/invoices/1'));

$('delete').addEventListener('click', async () => {
  if (await exchange('DELETE', `/invoices/${current}`)) {
    blank();
  }
});

$('new').addEventListener('click', blank);

blank();
