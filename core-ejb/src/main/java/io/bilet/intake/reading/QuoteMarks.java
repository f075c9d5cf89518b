package io.bilet.intake.reading;

import java.util.List;
import java.util.regex.Pattern;

/** How mail programs mark what is not the writer's own, in the languages that are common in mail. */
final class QuoteMarks {

    /** Longer lines are nobody's mark; what is looked at stays short, so that no line can be costly. */
    private static final int LINE_LENGTH_MAX = 300;

    private static final int ATTRIBUTION_LINES_MAX = 4;
    private static final int HEADER_LINES = 6;

    private static final Pattern QUOTED = Pattern.compile("^ {0,3}(?:>|\\|(?: |$)|[A-Z]{1,3}>).*");
    private static final Pattern SIGNATURE_DELIMITER = Pattern.compile("^(?:--|—|–)\\s?$");
    private static final Pattern RULE = Pattern.compile("^\\s*(?:ᐧ|[-*#~=_+—]{2,})\\s*$");
    private static final Pattern UNDERSCORES = Pattern.compile("^\\s*_{5,}\\s*$");

    private static final Pattern FORWARDED = Pattern.compile(
            "(?iu)^[\\s*]*(?:[-_]{2,}\\s*(?:original message|original-nachricht"
                    + "|ursprüngliche nachricht|message d'origine|message original|mensaje original|mensagem original"
                    + "|messaggio originale|oorspronkelijk bericht|oryginalna wiadomość|исходное сообщение|özgün ileti"
                    + "|orijinal mesaj|mesaj original|mesajul original|forwarded message|weitergeleitete nachricht"
                    + "|message transféré|mensaje reenviado|messaggio inoltrato|iletilen mesaj|yönlendirilen ileti"
                    + "|mesaj redirecționat|原始邮件|転送メッセージ)\\s*[-_]{2,}"
                    + "|begin forwarded message:|anfang der weitergeleiteten nachricht:|début du message réexpédié.{0,3}:"
                    + "|inizio messaggio inoltrato:|iletilen ileti başlangıcı:|începutul mesajului redirecționat:)[\\s*]*$");

    private static final Pattern MOBILE_SIGNATURE = Pattern.compile(
            "(?iu)^\\s*(?:\\*?sent (?:from|via) (?:my )?.{2,60}|get outlook for .{2,60}|von meinem .{2,50} gesendet.?"
                    + "|gesendet von .{2,50}|diese nachricht wurde von meinem .{2,60}|envoyé de(?:puis)? .{2,50}"
                    + "|enviado (?:desde|do|de) .{2,50}|inviato da(?:l)? .{2,50}|verstuurd vanaf .{2,50}"
                    + "|wysłane z .{2,50}|отправлено (?:с|из) .{2,50}|.{2,40}(?:'?[dt][ae]n|cihazımdan) gönderildi.?"
                    + "|trimis de pe .{2,50}|trimis din .{2,50})\\s*$");

    private static final String VERBS =
            "wrote|writes|said|schrieb|a écrit|écrit|escribió|escribio|escreveu|ha scritto|scrisse"
                    + "|schreef|het volgende geschreven|napisał|napisał\\(a\\)|napisała|napsal|napsal\\(a\\)|írta|skrev|kirjoitti"
                    + "|написал|написал\\(а\\)|написала|пишет|писал|пише|написав|yazdı|şunu yazdı|şunları yazdı|a scris"
                    + "|写道|寫道|のメッセージ|έγραψε|schrieb am .{3,40}";

    private static final Pattern ATTRIBUTION_VERB = Pattern.compile(
            "(?iu)(?:.*(?:" + VERBS + ")|.{6,60} (?:schrieb|skrev|schreef) .*<[^<>]*@[^<>]*>)\\s?[:：]$");
    private static final Pattern DATED_ADDRESS =
            Pattern.compile("^\\W{0,3}\\d{1,4}[-./ ].{4,250}<[^<>]{3,100}@[^<>]{3,100}>:?$");
    private static final Pattern ATTRIBUTION_START = Pattern.compile(
            "(?iu)^[\\s*]*(?:on|le|am|el|op|em|il|w dniu|dnia|den|dne|pe|în|in data|la|at|am|\\d{1,4}|在|於|.{1,80}[<\\[(]).*");

    private static final Pattern LABEL =
            Pattern.compile("(?iu)^\\s*\\*{0,2}(?:from|von|de|da|van|od|от|kimden|gönderen|de la|fra|från"
                    + "|sent|gesendet|envoyé|enviado|enviada em|inviato|verzonden|wysłano|отправлено|gönderildi|gönderme tarihi"
                    + "|trimis|sendt|skickat|date|datum|fecha|data|dato|дата|tarih|to|an|à|para|a|aan|do|кому|kime|alıcı|către|til|till"
                    + "|subject|betreff|objet|asunto|assunto|oggetto|onderwerp|temat|тема|konu|subiect|emne|ämne|cc|kopie|copie"
                    + "|reply-to|risposta|发件人|发送时间|收件人|主题|差出人|送信日時|宛先|件名)\\s?\\*{0,2}\\s?[:：]\\*{0,2}\\s.*");

    private QuoteMarks() {}

    private static String seen(String line) {
        return line.length() > LINE_LENGTH_MAX ? line.substring(0, LINE_LENGTH_MAX) : line;
    }

    static boolean isQuoted(String line) {
        return QUOTED.matcher(seen(line)).matches();
    }

    static boolean isSignatureDelimiter(String line) {
        return SIGNATURE_DELIMITER.matcher(seen(line)).matches();
    }

    /** A line of dashes, stars or the like. */
    static boolean isRule(String line) {
        return RULE.matcher(seen(line)).matches();
    }

    static boolean isUnderscores(String line) {
        return UNDERSCORES.matcher(seen(line)).matches();
    }

    /** The line above a forwarded or original message. */
    static boolean isForwardingMark(String line) {
        return FORWARDED.matcher(seen(line)).matches();
    }

    static boolean isMobileSignature(String line) {
        return line.length() <= 120 && MOBILE_SIGNATURE.matcher(line).matches();
    }

    /** Whether a block of copied headers ("From: … Sent: … Subject: …") begins at {@code from}. */
    static boolean isHeaderBlock(List<String> lines, int from) {
        if (!LABEL.matcher(seen(lines.get(from))).matches()) {
            return false;
        }
        int labels = 0;
        for (int i = from; i < Math.min(lines.size(), from + HEADER_LINES); i++) {
            labels += LABEL.matcher(seen(lines.get(i))).matches() ? 1 : 0;
        }
        return labels >= 3;
    }

    /** How many lines from {@code from} on say "On … somebody wrote:"; 0 if they say something else. */
    static int attributionLines(List<String> lines, int from) {
        if (!ATTRIBUTION_START.matcher(seen(lines.get(from))).matches()) {
            return 0;
        }
        StringBuilder joined = new StringBuilder();
        for (int i = from; i < Math.min(lines.size(), from + ATTRIBUTION_LINES_MAX); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || joined.length() + line.length() > LINE_LENGTH_MAX * 2) {
                return 0;
            }
            joined.append(joined.isEmpty() ? "" : " ").append(line);
            if (isAttribution(joined.toString())) {
                return i - from + 1;
            }
        }
        return 0;
    }

    private static boolean isAttribution(String text) {
        boolean datedOrAddressed = text.indexOf('@') >= 0 || text.chars().anyMatch(Character::isDigit);
        return datedOrAddressed
                && (ATTRIBUTION_VERB.matcher(text).matches()
                        || DATED_ADDRESS.matcher(text).matches());
    }
}
