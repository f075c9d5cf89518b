package io.bilet.intake.robot;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a mail was not delivered, as far as it decides whether trying again is useless. Servers say it in words; the
 * words are trusted more than the codes, which many servers use at random.
 */
enum BounceReason {
    /** The mailbox exists and has no room. */
    MAILBOX_FULL(
            false,
            "mailbox (?:is |was )?full|mailbox size limit|mail ?box.{0,20}exceed|over ?quota|quota (?:is )?(?:exceed|violat|full)"
                    + "|exceed(?:s|ed|ing)?.{0,30}(?:quota|storage|disk)|out of storage|not enough (?:storage|space|disk)"
                    + "|insufficient (?:system )?storage|no space left|disk (?:full|quota|space)|inbox is (?:full|out)|account is full"
                    + "|storage allocation|maildir.{0,20}over|too (?:much|many) (?:mail|message)|mailfolder is full|boîte pleine"),
    /** The server does not want this mail, or any from us: nothing is said about the mailbox. */
    REFUSED(
            false,
            "spam|blacklist|black list|blocked|blocklist|banned|reputation|spf |dmarc|dkim|not authenticated|unauthenticated"
                    + "|authentication (?:required|is required)|policy|relay(?:ing)? (?:access )?den|relaying|not allowed to send|virus|malware"
                    + "|content reject|message content|reverse dns|\\bptr\\b|rdns|rate limit|too many (?:connection|recipient|hops)"
                    + "|sender address rejected|sender (?:rejected|denied)|from address|mail from|envelope from|purported|too large|exceeds"
                    + "|message size|headers? (?:too|reject)|permission|not permitted|unauthori[sz]ed|security|restricted|authrequired"
                    + "|temporar(?:y|ily)|domain of sender|not found, try again|try again later|greylist|service (?:unavailable|refuse)|config error|procmail|access denied"),
    /** The mailbox exists but is shut. */
    SUSPENDED(
            false,
            "suspended|disabled recipient|account (?:has been |is )?(?:disabled|inactive|locked|deactivated)|inactive user|mailbox disabled"
                    + "|mailbox is (?:disabled|inactive)|is inactive|being held|not active"),
    /** The person is at another address now. */
    MOVED(true, "no longer on server|has moved to|user not local|moved to (?:a )?new|not our customer"),
    /** The domain takes no mail. */
    NO_MAIL(
            true,
            "(?:does|do|did) not accept (?:any )?(?:e-?)?mail|null ?mx|no mx|mx (?:record )?(?:was |is )?(?:not found|empty)"
                    + "|no smtp service"),
    /** The domain does not exist. */
    UNKNOWN_HOST(
            true,
            "host (?:is )?unknown|unknown host|(?:no such|unrout(?:e)?able|unknown|invalid|bad|nonexistent) (?:mail )?domain"
                    + "|domain (?:name )?(?:is |was )?(?:not found|unknown|does not exist|invalid|not valid)|host (?:or domain name )?not found"
                    + "|couldn'?t find any host|host not exist|name or service not known|nxdomain|all relevant mx records point to non-existent"
                    + "|no such host|host \\S+ not found|domain.{0,10} not reachable|\\d \\S+\\.\\S+ does not exist|domain.{0,30}couldn'?t be found|domain must exist|address lookup fail|non-existent host"),
    /** There is no such mailbox. */
    UNKNOWN_USER(
            true,
            "user (?:is |was )?(?:not (?:found|known|exist|listed)|unknown|invalid|doesn'?t)|unknown (?:or illegal )?(?:user|recipient|mailbox|local|address|alias|account)"
                    + "|no such (?:user|recipient|mailbox|address|person|account|local|id)|no (?:mailbox|user|account|mail ?box) (?:here|by|named|with|of)"
                    + "|(?:user|recipient|mailbox|account|address|alias|email|e-mail|id)[^.\\n]{0,90}(?:does not|doesn'?t|not) (?:exist|have|found)"
                    + "|(?:recipient|address|user|mailbox|account)[^.\\n]{0,40}(?:not found|unknown|invalid|non-existent|nonexistent|not a (?:known|valid))"
                    + "|(?:invalid|bad|unrout(?:e)?able|undeliverable|improper) (?:recipient|mailbox|address|user|destination|alias)"
                    + "|recip(?:ient)?notfound|not a (?:known|valid|current) (?:user|recipient|mailbox)|not listed in|addressee unknown|adresse (?:destinataire )?invalide"
                    + "|mailbox (?:is )?(?:unavailable|not available|currently unavailable)|no one (?:here )?(?:by|with)|not (?:our|a) user|is not a (?:valid|known)|recipient rejected"
                    + "|mailbox name not allowed|user not exist|recipient address rejected\\W*(?:$|\\(in reply)"),
    /** Nothing was said that helps. */
    OTHER(false, "");

    /** Addresses and links say nothing of their own. */
    private static final Pattern NAMES = Pattern.compile("<?[^\\s<>@]{1,64}@[^\\s<>@]{1,255}>?|(?<=\\w)/\\S*");

    /** A server that took the recipient and refused the content has a mailbox, whatever it says then. */
    private static final Pattern AFTER_DATA = Pattern.compile("end of data|in reply to end|>>> data");

    private final boolean hard;
    private final Pattern words;

    BounceReason(boolean hard, String words) {
        this.hard = hard;
        this.words = Pattern.compile(words);
    }

    boolean isHard() {
        return hard;
    }

    /** The reason that {@code said} gives, or that the status code stands for where the words give none. */
    static BounceReason of(String said, @Nullable String status) {
        String lower =
                NAMES.matcher(said.toLowerCase(Locale.ROOT)).replaceAll(" ").replaceAll("\\s+", " ");
        if ("5.4.1".equals(status) && lower.contains("recipient address rejected")) {
            return UNKNOWN_USER; // what Exchange Online says of an address it does not know
        }
        for (BounceReason reason : values()) {
            if (reason != OTHER && reason.words.matcher(lower).find()) {
                return reason == UNKNOWN_USER
                                && !"5.1.1".equals(status)
                                && AFTER_DATA.matcher(lower).find()
                        ? REFUSED
                        : reason;
            }
        }
        return status == null ? OTHER : byStatus(status);
    }

    private static BounceReason byStatus(String status) {
        return switch (status) {
            case "5.1.1", "5.1.0", "5.1.3", "5.1.10" -> UNKNOWN_USER;
            case "5.1.2", "5.4.4" -> UNKNOWN_HOST;
            case "5.1.6" -> MOVED;
            case "5.2.2", "4.2.2" -> MAILBOX_FULL;
            default -> OTHER;
        };
    }
}
