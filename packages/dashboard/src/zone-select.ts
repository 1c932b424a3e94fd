// A form that asks for a time zone begins with the browser's.
const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
for (const select of document.querySelectorAll<HTMLSelectElement>('[data-browser-zone] select')) {
  if (zone && [...select.options].some((option) => option.value === zone)) select.value = zone
}
