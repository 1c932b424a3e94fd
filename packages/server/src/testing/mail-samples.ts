/** The people, meetings and looks in the gallery of mails: ordinary ones, and ones that strain a layout. */
import type { BookingMailData, Participant } from '../bookings/mail-data.ts'
import type { Brand } from '../email/brand.ts'
import { brandOf } from '../email/brand.ts'
import type { UserRow } from '../users/model.ts'

export const origin = 'https://meet.example.org'
export const brand = brandOf({ name: 'Analytical Engines' })
const token = 'q7Hn2vKx9TzR4mWbLc8FyPdJs3AeUg6E'

export const ada: Participant = { name: 'Ada Lovelace', email: 'ada@example.org', timezone: 'Europe/Berlin' }
export const alan: Participant = { name: 'Alan Turing', email: 'alan@example.org', timezone: 'Europe/London' }

export const call: BookingMailData = {
  title: 'Intro call',
  start: new Date('2030-01-08T09:00:00Z'),
  end: new Date('2030-01-08T09:30:00Z'),
  guest: { name: 'Grace Hopper', email: 'grace@example.com', timezone: 'America/New_York', locale: 'en-US' },
  additionalGuests: ['howard@example.com'],
  hosts: [ada],
  location: 'https://video.example.org/ada',
  answers: [{ label: 'Which company are you with?', value: 'Remington Rand' }],
  notes: 'I would like to talk about compilers.\nFive minutes late at most.',
  reminders: 'You will be reminded 24 hours and 1 hour before.',
  manageUrl: `${origin}/bookings/${token}`,
  dashboardUrl: `${origin}/dashboard/bookings/bk_0WbXkT3nPq7YvLs2DfGh`,
  uid: 'bk_0WbXkT3nPq7YvLs2DfGh@meet.example.org',
  sequence: 0,
  stampedAt: new Date('2029-12-01T08:00:00Z'),
  createdAt: new Date('2029-12-01T08:00:00Z'),
}

export const moved: BookingMailData = {
  ...call,
  sequence: 1,
  by: 'guest',
  previousStart: new Date('2030-01-07T09:00:00Z'),
  reason: 'Monday is a holiday here.',
}
export const handedOver: BookingMailData = { ...call, sequence: 1, hosts: [alan], previousHosts: [ada] }
export const inSeries: BookingMailData = {
  ...call,
  series: Array.from({ length: 24 }, (_, week) => ({
    uid: `bk_${week}@meet.example.org`,
    sequence: 0,
    start: new Date(call.start.getTime() + week * 7 * 86_400_000),
    end: new Date(call.end.getTime() + week * 7 * 86_400_000),
  })),
}

export const rightToLeft: BookingMailData = {
  ...call,
  title: 'פגישת היכרות 42',
  guest: { name: 'عائشة عبد الرحمن', email: 'aisha@example.com', timezone: 'Africa/Cairo', locale: 'ar-EG' },
  hosts: [
    { ...ada, name: 'עדה לאבלייס' },
    { ...alan, name: 'רות 2' },
  ],
  location: 'رقم ١٢ شارع التحرير، القاهرة',
  notes: 'אני מגיע באיחור של 5 דקות.\nتحياتي',
}

/** Words without a place to break, stacked emoji, and more of everything than anybody writes. */
export const endless: BookingMailData = {
  ...call,
  title: `${'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(6)} 👩🏽‍🚀👨‍👩‍👧‍👦${'🏴‍☠️'.repeat(30)}`,
  guest: {
    ...call.guest,
    name: 'W'.repeat(180),
    email: `${'w'.repeat(60)}@${'w'.repeat(60)}.example.com`,
    locale: 'de',
  },
  additionalGuests: Array.from({ length: 20 }, (_, i) => `guest-${i}-${'x'.repeat(50)}@example.com`),
  location: `https://video.example.org/${'0123456789abcdef'.repeat(40)}`,
  answers: Array.from({ length: 30 }, (_, i) => ({
    label: `${i} ${'label'.repeat(40)}`,
    value: '"&<>\''.repeat(1000),
  })),
  notes: '𝒘𝒊𝒅𝒆 '.repeat(600),
}

/** A brand whose colour is bright, with a picture and an address. */
export const bright: Brand = {
  color: '#f6c945',
  name: 'Sonnenschein & Söhne',
  logoUrl: `${origin}/logo.png`,
  footerText: 'Sonnenschein & Söhne GmbH, Straße des 17. Juni 135, 10623 Berlin\nAmtsgericht Charlottenburg HRB 12345',
  poweredBy: false,
}
export const white: Brand = { color: '#ffffff', name: 'Blank', poweredBy: true }
export const black: Brand = { color: '#000000', name: 'Noir', poweredBy: true }

export const adaUser: UserRow = {
  id: 'usr_0WbXkT3nPq7YvLs2DfGh',
  organizationId: 'org_0WbXkT3nPq7YvLs2DfGh',
  email: ada.email,
  emailKey: ada.email,
  signInKey: ada.email,
  name: ada.name,
  username: 'ada',
  timezone: ada.timezone,
  role: 'owner',
  status: 'active',
  signIn: true,
  passwordHash: null,
  limits: {},
  externalId: null,
  createdAt: call.createdAt,
  updatedAt: call.createdAt,
}
