#!/bin/sh
# Moves the fragments of changelog.d into a section of CHANGELOG.md.
set -eu
version=${1:?usage: release.sh x.y.z}
new=$(mktemp)
section() {
    ls changelog.d/*."$1".md >/dev/null 2>&1 || return 0
    printf '\n### %s\n\n' "$2"
    for fragment in changelog.d/*."$1".md; do
        printf -- '- %s\n' "$(tr '\n' ' ' <"$fragment" | sed 's/ *$//')"
    done
}
{
    sed '/^## /,$d' CHANGELOG.md | sed -e :a -e '/^\n*$/{$d;N;ba' -e '}'
    printf '\n## %s (%s)\n' "$version" "$(date -u +%Y-%m-%d)"
    section added Added
    section changed Changed
    section fixed Fixed
    section removed Removed
    section security Security
    printf '\n'
    sed -n '/^## /,$p' CHANGELOG.md
} >"$new"
cat "$new" >CHANGELOG.md
rm -f "$new" changelog.d/*.added.md changelog.d/*.changed.md changelog.d/*.fixed.md changelog.d/*.removed.md \
    changelog.d/*.security.md
