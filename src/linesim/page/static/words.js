// Everything the page itself says, in Thai first. What people and bots say comes from the chats.

const TH = {
  mails: "จดหมาย", traffic: "การรับส่ง", language: "EN", inLanguage: "English", people: "คน",
  write: "พิมพ์ข้อความ", send: "ส่งข้อความ", attach: "แนบรูปหรือไฟล์",
  phone: "โทรศัพท์", pc: "คอมพิวเตอร์", toPhone: "เปลี่ยนเป็นโทรศัพท์", toPc: "เปลี่ยนเป็นคอมพิวเตอร์",
  empty: "ลากรูปมาวางที่นี่ หรือพิมพ์ข้อความ", drop: "วางเพื่อส่ง",
  quote: "อ้างถึง", edit: "แก้ไข", unsend: "ยกเลิกข้อความ", menu: "เมนูข้อความ", close: "ปิด",
  quoting: "อ้างถึง", editing: "แก้ไขข้อความ", cancel: "ยกเลิก",
  unsent: "ยกเลิกข้อความแล้ว", edited: "แก้ไขแล้ว", blocked: "บล็อกบัญชีนี้อยู่", read: "อ่านแล้ว",
  photo: "รูป", sticker: "สติกเกอร์", location: "ตำแหน่ง", today: "วันนี้",
  free: "ฟรี", reply: "ตอบกลับ", push: "พุช", multicast: "มัลติแคสต์",
  counted: (n) => `นับ ${n}`, used: (n, limit) => limit ? `ใช้ไป ${n} จาก ${limit}` : `ใช้ไป ${n}`,
  noMails: "ยังไม่มีจดหมาย", noTraffic: "ยังไม่มีการรับส่ง", from: "จาก", to: "ถึง",
  webhook: "เว็บฮุก", call: "เรียก API", waiting: "รอ", redelivery: "ส่งซ้ำ",
  copied: "คัดลอกแล้ว", opens: (what) => `เปิด${{ camera: "กล้อง", cameraRoll: "คลังรูป" }[what] ?? what}`,
  failed: "ทำไม่ได้", offline: "ขาดการเชื่อมต่อ กำลังลองใหม่", chooseDate: "เลือกวันหรือเวลา",
};

const EN = {
  mails: "Mail", traffic: "Traffic", language: "ไทย", inLanguage: "ภาษาไทย", people: "People",
  write: "Type a message", send: "Send message", attach: "Attach a photo or file",
  phone: "Phone", pc: "PC", toPhone: "Switch to phone", toPc: "Switch to PC",
  empty: "Drop a picture here, or type a message", drop: "Drop to send",
  quote: "Quote", edit: "Edit", unsend: "Unsend", menu: "Message menu", close: "Close",
  quoting: "Quoting", editing: "Editing", cancel: "Cancel",
  unsent: "Message unsent", edited: "edited", blocked: "blocks this account", read: "read",
  photo: "Photo", sticker: "Sticker", location: "Location", today: "Today",
  free: "free", reply: "reply", push: "push", multicast: "multicast",
  counted: (n) => `counts ${n}`, used: (n, limit) => limit ? `${n} of ${limit} used` : `${n} used`,
  noMails: "No mail yet", noTraffic: "No traffic yet", from: "From", to: "To",
  webhook: "webhook", call: "API call", waiting: "waiting", redelivery: "redelivery",
  copied: "Copied", opens: (what) => `Opens the ${what}`,
  failed: "Not possible", offline: "Connection lost, trying again", chooseDate: "Choose a date or time",
};

const stored = localStorage.getItem("language");
export const language = stored === "en" ? "en" : "th";
export const words = language === "en" ? EN : TH;

export function switchLanguage() {
  localStorage.setItem("language", language === "en" ? "th" : "en");
  location.reload();
}

const clock = new Intl.DateTimeFormat("th-TH", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

export function time(iso) {
  return clock.format(new Date(iso));
}
