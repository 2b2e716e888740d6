// Everything the page itself says, in Thai first. What people and bots say comes from the chats.

const TH = {
  mails: "อีเมล", traffic: "การรับส่ง", language: "EN", inLanguage: "English", people: "คนที่แสดง",
  write: "พิมพ์ข้อความ", send: "ส่งข้อความ", attach: "แนบรูปหรือไฟล์", chats: "แชต",
  phone: "โทรศัพท์", pc: "คอมพิวเตอร์", toPhone: "เปลี่ยนเป็นโทรศัพท์", toPc: "เปลี่ยนเป็นคอมพิวเตอร์",
  empty: "ลากรูปมาวางที่นี่ หรือพิมพ์ข้อความ", drop: "วางเพื่อส่ง", person: (name) => `เมนูของ${name}`,
  quote: "อ้างถึง", edit: "แก้ไข", unsend: "ยกเลิกข้อความ", menu: "เมนูข้อความ", close: "ปิด",
  quoting: "อ้างถึง", editing: "แก้ไขข้อความ", cancel: "ยกเลิก", choose: "เลือก",
  unsent: (name) => `${name} ยกเลิกข้อความแล้ว`, edited: "แก้ไขแล้ว", read: "อ่านแล้ว",
  joined: (name) => `${name} เข้าร่วมกลุ่ม`, left: (name) => `${name} ออกจากกลุ่ม`,
  block: "บล็อกบัญชี", unblock: "เลิกบล็อก", follow: "เพิ่มเพื่อน",
  blocked: "บล็อกบัญชีนี้อยู่", stranger: "ยังไม่ได้เป็นเพื่อนกับบัญชีนี้",
  larger: "ตัวอักษรใหญ่ขึ้น", usual: "ตัวอักษรขนาดปกติ", unread: (n) => `ยังไม่อ่าน ${n}`,
  photo: "รูป", video: "วิดีโอ", audio: "เสียง", sticker: "สติกเกอร์", location: "ตำแหน่ง", coupon: "คูปอง",
  back: "ก่อนหน้า", on: "ถัดไป", today: "วันนี้",
  free: "ฟรี", reply: "ตอบกลับ", push: "พุช", multicast: "มัลติแคสต์", broadcast: "บรอดแคสต์",
  counted: (n) => `นับ ${n}`, used: (n, limit) => limit ? `ใช้ไป ${n} จาก ${limit} ข้อความ` : `ใช้ไป ${n} ข้อความ`,
  noMails: "ยังไม่มีอีเมล", noTraffic: "ไม่มีรายการ", from: "จาก", to: "ถึง",
  plain: "ข้อความล้วน", headers: "ส่วนหัว", body: "เนื้อหาอีเมล",
  webhook: "เว็บฮุก", call: "เรียก API", waiting: "รอคำตอบ", redelivery: "ส่งซ้ำ", again: "ส่งซ้ำอีกครั้ง",
  shown: "แสดง", all: "ทั้งหมด", webhooks: "เว็บฮุก", calls: "เรียก API", paid: "ที่นับ", failed_: "ผิดพลาด",
  search: "ค้นหา", asked: "คำขอ", answered: "คำตอบ", events: "เหตุการณ์", attempts: "การส่ง", save: "บันทึกเป็น HAR",
  copied: "คัดลอกแล้ว", opens: (what) => `เปิด${{ camera: "กล้อง", cameraRoll: "คลังรูป", location: "แผนที่" }[what] ?? what}`,
  failed: "ทำไม่ได้", offline: "ขาดการเชื่อมต่อ กำลังลองใหม่", pick: "เลือกวันหรือเวลา",
};

const EN = {
  mails: "Mail", traffic: "Traffic", language: "ไทย", inLanguage: "ภาษาไทย", people: "People shown",
  write: "Message", send: "Send message", attach: "Attach a photo or file", chats: "Chats",
  phone: "Phone", pc: "PC", toPhone: "Switch to phone", toPc: "Switch to PC",
  empty: "Drop a picture here, or type a message", drop: "Drop to send", person: (name) => `Menu of ${name}`,
  quote: "Quote", edit: "Edit", unsend: "Unsend", menu: "Message menu", close: "Close",
  quoting: "Quoting", editing: "Editing", cancel: "Cancel", choose: "Choose",
  unsent: (name) => `${name} unsent a message`, edited: "edited", read: "read",
  joined: (name) => `${name} joined the group`, left: (name) => `${name} left the group`,
  block: "Block account", unblock: "Unblock", follow: "Add friend",
  blocked: "This account is blocked", stranger: "Not a friend of this account yet",
  larger: "Larger text", usual: "Usual text size", unread: (n) => `${n} unread`,
  photo: "Photo", video: "Video", audio: "Audio", sticker: "Sticker", location: "Location", coupon: "Coupon",
  back: "Previous", on: "Next", today: "Today",
  free: "free", reply: "reply", push: "push", multicast: "multicast", broadcast: "broadcast",
  counted: (n) => `counts ${n}`, used: (n, limit) => limit ? `${n} of ${limit} messages used` : `${n} messages used`,
  noMails: "No mail yet", noTraffic: "Nothing here", from: "From", to: "To",
  plain: "Plain text", headers: "Headers", body: "Body of the mail",
  webhook: "webhook", call: "API call", waiting: "waiting", redelivery: "redelivery", again: "Send again",
  shown: "Show", all: "All", webhooks: "Webhooks", calls: "API calls", paid: "Counted", failed_: "Failed",
  search: "Search", asked: "Request", answered: "Answer", events: "Events", attempts: "Attempts", save: "Save as HAR",
  copied: "Copied", opens: (what) => `Opens the ${{ cameraRoll: "camera roll", location: "map" }[what] ?? what}`,
  failed: "Not possible", offline: "Connection lost, trying again", pick: "Choose a date or time",
};

const stored = localStorage.getItem("language");
export const language = stored === "en" ? "en" : "th";
export const words = language === "en" ? EN : TH;

export function switchLanguage() {
  localStorage.setItem("language", language === "en" ? "th" : "en");
  location.reload();
}

const LOCALE = language === "en" ? "en-GB" : "th-TH"; // th-TH counts years in the Buddhist era
let clock, calendar;

// Times are those of the world's place if it names one, else of this browser.
export function liveIn(timeZone) {
  const there = timeZone ? { timeZone } : {};
  clock = new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...there });
  calendar = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", year: "numeric", ...there });
}
liveIn();

export const time = (iso) => clock.format(new Date(iso));
export const date = (iso) => calendar.format(new Date(iso));
