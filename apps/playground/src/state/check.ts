// With all of the schema, which is why it is fetched by itself.
export { checkDocument } from '@percall/scenario';
