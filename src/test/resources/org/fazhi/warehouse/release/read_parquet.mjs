// Prints every row of every table below a Parquet mirror as JSON: {table: [row, …], …}.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'

const mirror = process.argv[2]
const tables = {}
for (const table of readdirSync(mirror)) {
  tables[table] = []
  for (const name of readdirSync(join(mirror, table)).sort()) {
    const file = await asyncBufferFromFile(join(mirror, table, name))
    for (const row of await parquetReadObjects({ file, compressors })) tables[table].push(row)
  }
}
process.stdout.write(JSON.stringify(tables, (_, value) => (typeof value === 'bigint' ? Number(value) : value)))
