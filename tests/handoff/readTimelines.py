"""Reads hand-off files with OpenTimelineIO and its adapters; prints what they hold as JSON. Arguments: rate file…"""
import json
import sys

import opentimelineio as otio

rate = int(sys.argv[1])


def read(path):
    if path.endswith('.edl'):
        found = otio.adapters.read_from_file(path, adapter_name='cmx_3600', rate=rate)
    elif path.endswith('.fcpxml'):
        found = otio.adapters.read_from_file(path, adapter_name='fcpx_xml')
    elif path.endswith('.xml'):
        found = otio.adapters.read_from_file(path, adapter_name='fcp_xml')
    else:
        found = otio.adapters.read_from_file(path)
    while isinstance(found, (otio.schema.SerializableCollection, list)):
        found = found[0]
    return found


def told(item, track):
    at = item.range_in_parent()
    return {
        'name': item.name,
        'start': item.source_range.start_time.value,
        'frames': item.source_range.duration.value,
        'at': at.start_time.value,
        'black': isinstance(item.media_reference, otio.schema.GeneratorReference),
    }


def tracks(timeline, kind):
    return [
        {
            'name': track.name,
            'frames': track.duration().value,
            'clips': [told(one, track) for one in track if isinstance(one, otio.schema.Clip)],
            'transitions': [
                [one.in_offset.value, one.out_offset.value] for one in track if isinstance(one, otio.schema.Transition)
            ],
        }
        for track in timeline.tracks
        if track.kind == kind
    ]


result = {}
for path in sys.argv[2:]:
    timeline = read(path)
    result[path.rsplit('.', 1)[1]] = {
        'name': timeline.name,
        'start': timeline.global_start_time.value if timeline.global_start_time else None,
        'markers': [m.name for m in timeline.tracks.markers],
        'video': tracks(timeline, otio.schema.TrackKind.Video),
        'audio': tracks(timeline, otio.schema.TrackKind.Audio),
        'again': otio.adapters.otio_json.read_from_string(otio.adapters.otio_json.write_to_string(timeline)).is_equivalent_to(
            timeline
        ),
    }
print(json.dumps(result))
