import { publicApi } from './api.js'
import { drawDays, focusDay } from './calendar.js'
import { clock, dayAfter, dayName, moment, monthAfter, monthName, monthOf, today } from './dates.js'
import { complain, fieldOf, newKey } from './form.js'

const the = (id) => document.getElementById(id)
const api = publicApi(the('booking').dataset)

/** All that the page shows follows from this. */
const state = {
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
  month: '',
  slots: [],
  day: '',
  start: '',
  /** Made when a time is chosen, kept over every try to book it. */
  key: '',
}

// What was asked for last counts; answers that come late are dropped.
let asked = 0

async function begin() {
  const eventType = await api.eventType()
  the('title').textContent = document.title = eventType.title
  the('host').textContent = eventType.hosts.map((host) => host.name).join(', ')
  the('length').textContent = `${eventType.durationMinutes} minutes`
  the('description').textContent = eventType.description
  the('description').hidden = eventType.description === ''
  if (asksMore(eventType)) return sendTo(eventType.url)
  fillZones()
  state.month = monthOf(today(state.zone))
  const isShown = await load()
  // Towards the end of a month all may be taken: look into the next one.
  if (isShown && state.slots.length === 0) await turn(1)
}

/** This page asks for name and address only. */
const asksMore = ({ questions, locations }) =>
  questions.some((question) => question.required) || locations.some(({ kind }) => kind === 'guest_phone')

function sendTo(url) {
  the('choose').hidden = true
  the('say').replaceChildren('The host asks a few questions first: please go to the ', link(url, 'booking page'), '.')
}

const zoneName = (zone) => zone.replaceAll('_', ' ')
const link = (href, textContent) => Object.assign(document.createElement('a'), { href, textContent })

function fillZones() {
  const zones = new Set([state.zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])
  the('zone').replaceChildren(...[...zones].sort().map((zone) => new Option(zoneName(zone), zone)))
  the('zone').value = state.zone
}

/** False when something else was asked for meanwhile. */
async function load() {
  const mine = ++asked
  const { month, zone } = state
  const first = `${month}-01`
  the('month').textContent = monthName(month)
  the('before').disabled = month <= monthOf(today(zone))
  the('days').ariaBusy = 'true'
  // A day more on both sides, for a month begins earlier in the east and ends later in the west.
  const start = `${dayAfter(first, -1)}T00:00:00Z`
  const end = `${dayAfter(`${monthAfter(month, 1)}-01`, 1)}T00:00:00Z`
  const { data } = await api.slots({ start, end, timezone: zone })
  if (mine !== asked) return false
  the('days').ariaBusy = 'false'
  state.slots = data.filter((slot) => monthOf(slot.date) === month)
  if (!state.slots.some((slot) => slot.date === state.day)) state.day = ''
  say(state.slots.length === 0 ? `No open times in ${monthName(month)}.` : '')
  draw()
  return true
}

function draw() {
  const { month, slots, day, zone } = state
  const open = [...new Set(slots.map((slot) => slot.date))]
  drawDays(the('days'), { month, open, chosen: day, choose: chooseDay, turn: (months) => trying(() => turn(months)) })
  the('times').hidden = day === ''
  if (day === '') return
  the('day').textContent = dayName(day)
  const starts = slots.filter((slot) => slot.date === day)
  the('starts').replaceChildren(...starts.map((slot) => startOf(slot, zone)))
}

function startOf({ start }, zone) {
  const item = document.createElement('li')
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: clock(start, zone) })
  button.onclick = () => chooseStart(start)
  item.append(button)
  return item
}

async function turn(months) {
  const month = monthAfter(state.month, months)
  if (month < monthOf(today(state.zone))) return
  const hadFocus = the('days').contains(document.activeElement)
  state.month = month
  await load()
  if (hadFocus) focusDay(the('days'), state.slots[0]?.date)
}

function chooseDay(day) {
  state.day = day
  draw()
  the('day').focus()
}

function chooseStart(start) {
  state.start = start
  state.key = newKey()
  the('chosen').textContent = moment(start, state.zone)
  the('chosen-zone').textContent = zoneName(state.zone)
  show('form')
  the('form').elements.name.focus()
}

async function book() {
  const { name, email } = the('form').elements
  const guest = { name: name.value, email: email.value, timezone: state.zone }
  for (const field of [name, email]) complain(field, '')
  const missing = [name, email].filter((field) => !field.checkValidity())
  for (const field of missing) complain(field, field.validationMessage)
  if (missing.length > 0) return missing[0].focus()
  say('Booking…')
  try {
    done(await api.book({ start: state.start, guest }, state.key))
  } catch (problem) {
    await refused(problem, { name, email })
  }
}

/** A refusal costs nothing that was typed. */
async function refused(problem, fields) {
  const wrong = problem.errors.filter(({ pointer = '' }) => fieldOf(pointer, fields))
  // The sentence stands below its field, so that it need not name it.
  for (const { pointer, detail } of wrong) complain(fieldOf(pointer, fields), detail.replace(/^“\w+”: /, ''))
  if (wrong.length > 0) say('')
  else if (problem.code !== 'slot_unavailable') say(problem.message)
  // A key stands for one request: what is changed now is another one. A broken connection changes nothing.
  if (problem.code !== 'offline') state.key = newKey()
  if (wrong.length > 0) return fieldOf(wrong[0].pointer, fields).focus()
  if (problem.code !== 'slot_unavailable') return
  show('choose')
  await load()
  say('Somebody was faster: that time was just taken. Please choose another.')
  if (state.day === '') focusDay(the('days'), state.slots[0]?.date)
  else the('day').focus()
}

function done(booking) {
  const isAsked = booking.status === 'pending'
  the('booked').textContent = isAsked ? 'Your request is on its way' : 'You are booked'
  the('when').textContent = `${moment(booking.start, state.zone)}, ${zoneName(state.zone)}`
  the('next').textContent = isAsked
    ? `The host answers by mail to ${booking.guest.email}.`
    : `An invitation is on its way to ${booking.guest.email}.`
  the('manage').replaceChildren(link(booking.manageUrl, 'Move or cancel it'))
  say('')
  show('done')
  the('booked').focus()
}

function show(what) {
  for (const id of ['choose', 'form', 'done']) the(id).hidden = id !== what
  // The zone belongs to choosing: what is chosen stays as it was read.
  the('zone').parentElement.hidden = what !== 'choose'
}

function say(sentence) {
  the('say').textContent = sentence
}

/** Whatever goes wrong is said, and can be tried again. */
const trying = (action) => action().catch((problem) => say(problem.message))

the('before').onclick = () => trying(() => turn(-1))
the('after').onclick = () => trying(() => turn(1))
the('zone').onchange = ({ target }) => {
  state.zone = target.value
  trying(load)
}
the('back').onclick = () => {
  show('choose')
  the('day').focus()
}
the('form').onsubmit = async (event) => {
  event.preventDefault()
  const button = the('form').querySelector('.main')
  if (button.ariaDisabled === 'true') return
  button.ariaDisabled = 'true'
  await trying(book)
  button.ariaDisabled = null
}

trying(begin)
