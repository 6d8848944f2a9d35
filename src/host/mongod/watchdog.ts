/**
 * The program `sh -c` runs between us and mongod, in a session of its own: stdin is the lifeline's read end, the
 * arguments are mongod and its options. It ends mongod when the last writer is gone, and ends with mongod's exit code.
 * It asks once a second, because a signal that meets the new process before it has become mongod is lost.
 * Only the reader holds the read end, so nobody can take hold of a lifeline that is no longer watched.
 */
export const watchdog = `
stop() { stopping=1; [ -z "$mongod" ] || kill -TERM "$mongod" 2>/dev/null; }
mongod=; stopping=; trap stop TERM HUP INT
exec 3<&0 </dev/null
( trap - TERM HUP INT; while read -r line <&3; do :; done
  while kill -TERM $$ 2>/dev/null; do sleep 1; done ) & reader=$!
exec 3<&-
"$@" & mongod=$!
[ -z "$stopping" ] || stop
while wait "$mongod"; code=$?; kill -0 "$mongod" 2>/dev/null; do :; done
kill "$reader" 2>/dev/null
exit "$code"
`
