import { createTransport } from "nodemailer";
import type { Send } from "./port.ts";
import type { Mail } from "./queue.ts";

/** Nobody waits longer for a mail server: the next try comes by itself. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/**
 * One mail a connection. Its Message-ID is made of the message's id, so that a mail server which was sent one twice, or its
 * reader's mailbox, knows it again.
 */
export function smtpPort(url: string, from: string): Send<Mail> {
  const host = /@([^\s>]+)/.exec(from)?.[1] ?? "localhost";
  return async (id, { to, subject, text, html, unsubscribe }) => {
    const transport = createTransport({ url, ...patience });
    try {
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        html,
        messageId: `<notice-${id}@${host}>`,
        headers: { "Auto-Submitted": "auto-generated", ...(unsubscribe && oneClick(unsubscribe)) },
      });
    } finally {
      transport.close();
    }
  };
}

/** RFC 2369 and RFC 8058: the button that mail programs show beside the sender. */
const oneClick = (address: string) => ({
  "List-Unsubscribe": `<${address}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});
