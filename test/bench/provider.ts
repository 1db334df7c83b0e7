/** A provider in a process of its own, so that it does not take time from what is measured. Prints its port. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

let reference = 0
const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    reference += 1
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(`{"requestid":"RAAA${reference}.1700000000","statusInt":0,"statusStr":"ENROUTE"}`)
  })
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
process.on('disconnect', () => process.exit())
