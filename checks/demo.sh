#!/bin/sh
# Sends three mails to the running development server and shows the tickets they become.
set -eu
file=server-config/target/dev.json
[ -f "$file" ] || { echo "Start Bilet first: ./mvnw -Pdev" >&2; exit 1; }
dev() { sed -n "s/.*\"$1\": *\"\([^\"]*\)\".*/\1/p" "$file"; }
port() { sed -n "/\"$1\"/,/}/s/.*\"port\": *\([0-9]*\).*/\1/p" "$file" | head -1; }
mail() {
    printf 'From: customer@example.org\r\nTo: %s\r\nSubject: %s\r\n\r\n%s\r\n' "$(dev support_address)" "$1" "$2" |
        curl -sS --mail-from customer@example.org --mail-rcpt "$(dev support_address)" -T - "smtp://127.0.0.1:$(port smtp)"
}
mail "Printer on fire" "It smokes. Please help."
mail "Cannot sign in" "It says that my password has expired."
mail "Where is my invoice?" "I need it for March."
sleep 3
curl -sS -H "Authorization: Bearer $(dev admin)" "$(dev api)/tickets?sort=-created_at&limit=3"
echo
