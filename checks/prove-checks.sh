#!/bin/sh
# Plants a fault for each check of the build in a module of its own, outside of this tree, and sees it refused. The rules
# of HouseRules and of the specification's lint prove themselves in the same way among the tests (…BiteTest, …BitesTest).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
cp -R "$root/.mvn" "$root/checks" "$root/pom.xml" "$tree"
source=$tree/planted/src/main/java/io/bilet/planted
failed=0

maven() {
    ${MVN:-$root/mvnw} -B -f "$tree/planted/pom.xml" "$@" >"$tree/log" 2>&1
}

# A module as small as it gets, that passes.
begin() {
    rm -rf "$tree/planted"
    mkdir -p "$source"
    cat >"$tree/planted/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>io.bilet</groupId>
    <artifactId>bilet-parent</artifactId>
    <version>0.1.0-SNAPSHOT</version>
  </parent>
  <artifactId>planted</artifactId>
  <dependencies>
    <dependency>
      <groupId>org.jspecify</groupId>
      <artifactId>jspecify</artifactId>
    </dependency>
  </dependencies>
</project>
POM
    printf '/** Planted. */\n@NullMarked\npackage io.bilet.planted;\n\nimport org.jspecify.annotations.NullMarked;\n' \
        >"$source/package-info.java"
}

# class NAME BODY: a class whose body is indented by four spaces already
class() {
    printf 'package io.bilet.planted;\n\n%sfinal class %s {\n\n    private %s() {}\n%s}\n' \
        "${imports:-}" "$1" "$1" "$2" >"$source/$1.java"
}

refused() {
    if grep -q -- "$2" "$tree/log"; then
        echo "refused   $1"
    else
        echo "PASSED    $1"
        failed=1
    fi
}

lines() {
    i=0
    while [ "$i" -lt "$1" ]; do
        printf '%s\n' "$2"
        i=$((i + 1))
    done
}

begin
class Clean ''
if maven prepare-package; then echo "accepted  a clean module"; else tail -n 30 "$tree/log"; echo "REFUSED   a clean module"; exit 1; fi

begin
sed -i 's|</dependencies>|<dependency><groupId>com.atlassian.oai</groupId><artifactId>swagger-request-validator-core</artifactId><version>2.46.1</version></dependency></dependencies>|' "$tree/planted/pom.xml"
maven validate || true
refused 'enforcer: libraries that disagree about a third' 'Dependency convergence error'

begin
printf 'package io.bilet.planted;\nfinal class Crooked{private Crooked(){}}\n' >"$source/Crooked.java"
maven prepare-package || true
refused 'format: a crooked file' 'format violations'

begin
imports='import org.jspecify.annotations.Nullable;

'
class Null '
    static int length(@Nullable String text) {
        return text.length();
    }
'
imports=
maven compile || true
refused 'NullAway: a dereference of what may be null' '\[NullAway\] dereferenced'

begin
class Warned '
    static boolean same(Integer one, Integer other) {
        return one == other;
    }
'
maven compile || true
refused 'Error Prone: two boxes compared by identity' 'BoxedPrimitiveEquality'

begin
class Raw '
    static java.util.List list() {
        return new java.util.ArrayList();
    }
'
maven compile || true
refused 'javac: a raw type' '\[rawtypes\]'

begin
rm "$source/package-info.java"
class LongFile "$(lines 300 '    // line')
"
class LongMethod "
    static void tell() {
$(lines 40 '        // line')
    }
"
class ManyParameters '
    static void tell(int a, int b, int c, int d, int e, int f, int g) {}
'
class LongLine "
    // $(printf '%0120d' 0)
"
class Later '
    // TODO
'
class TicketManager ''
class Verb '
    static void handleTicket() {}
'
class Getter '
    static int getTicket() {
        return 1;
    }
'
class Printed '
    static void tell() {
        System.out.println(1);
    }
'
class Swallowed '
    static void tell() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
        }
    }
'
maven -Dspotless.check.skip -Djavac.warnings=-nowarn prepare-package || true
refused 'hard stop: 300 lines a main file' 'a main file stops at 300'
refused 'hard stop: 40 lines a method' 'MethodLength'
refused 'hard stop: 6 parameters' 'ParameterNumber'
refused 'hard stop: 120 columns' 'mainColumns'
refused 'hard stop: a note to ourselves' 'TodoComment'
refused 'hard stop: a type called Manager' 'TicketManager. carries a word'
refused 'hard stop: a method called handle' 'handleTicket. is no verb'
refused 'hard stop: an accessor with get' 'An accessor has no get'
refused 'hard stop: a print to the console' 'Use System.Logger'
refused 'hard stop: an exception swallowed' 'EmptyCatchBlock'
refused 'hard stop: a package without package-info' 'has no package-info.java'

exit $failed
