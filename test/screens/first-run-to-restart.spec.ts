import { OUTAGE, test } from './support/journey.ts'
import { CARRIER_WAITS, playMainJourney } from './support/main-journey.ts'

test('from the first start to a delivered text, a reply, and all of it still there after a restart', async ({
  page,
  givenDesk,
  givenCarrier,
  open,
  look,
  allowComplaints,
}) => {
  const carrier = await givenCarrier(CARRIER_WAITS)
  let desk = await givenDesk()
  await open(desk)
  await playMainJourney({
    page,
    carrier,
    look,
    async restart() {
      allowComplaints(OUTAGE)
      await desk.stop()
      desk = await givenDesk()
      await open(desk)
      return page
    },
  })
})
