<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AdjustPage</name>
    <message>
        <source>Adjust</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Framing</source>
        <translation>取景</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>光线</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>边缘</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>省电</translation>
    </message>
    <message>
        <source>Back to defaults</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>These settings were reset</source>
        <translation>这些设置已重置</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Backgrounds</name>
    <message>
        <source>Bookshelf</source>
        <translation>书架</translation>
    </message>
    <message>
        <source>Bright window</source>
        <translation>明亮的窗</translation>
    </message>
    <message>
        <source>City dusk</source>
        <translation>城市黄昏</translation>
    </message>
    <message>
        <source>Home office</source>
        <translation>居家办公室</translation>
    </message>
    <message>
        <source>Soft gradient</source>
        <translation>柔和渐变</translation>
    </message>
    <message>
        <source>Studio grey</source>
        <translation>影棚灰</translation>
    </message>
    <message>
        <source>Warm lamp</source>
        <translation>暖灯</translation>
    </message>
</context>
<context>
    <name>BackgroundsPage</name>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>纯色</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Your room is shown as it is</source>
        <translation>原样显示您的房间</translation>
    </message>
    <message>
        <source>Blur strength</source>
        <translation>模糊强度</translation>
    </message>
    <message>
        <source>Night blue</source>
        <translation>夜蓝</translation>
    </message>
    <message>
        <source>Forest green</source>
        <translation>森林绿</translation>
    </message>
    <message>
        <source>Clay brown</source>
        <translation>陶土棕</translation>
    </message>
    <message>
        <source>Linen</source>
        <translation>亚麻</translation>
    </message>
    <message>
        <source>Paper white</source>
        <translation>纸白</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>石板灰</translation>
    </message>
    <message>
        <source>More colours…</source>
        <translation>更多颜色…</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应方式</translation>
    </message>
    <message>
        <source>Fill the frame</source>
        <translation>填满画面</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>显示整张图片</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>拉伸</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Add pictures and videos from your disk</source>
        <translation>从磁盘添加图片和视频</translation>
    </message>
    <message>
        <source>Pictures and videos</source>
        <translation>图片和视频</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>Drop or paste your own pictures and videos here.</source>
        <translation>可将您自己的图片和视频拖放或粘贴到此处。</translation>
    </message>
    <message>
        <source>{name} is no picture or video</source>
        <translation>{name} 不是图片或视频</translation>
    </message>
    <message>
        <source>Use one of {kinds}</source>
        <translation>请使用以下格式之一：{kinds}</translation>
    </message>
    <message>
        <source>Add pictures and videos</source>
        <translation>添加图片和视频</translation>
    </message>
    <message>
        <source>{title} was removed from the gallery</source>
        <translation>已从图库移除“{title}”</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{name} can&apos;t be added</source>
        <translation>无法添加 {name}</translation>
    </message>
    <message>
        <source>The picture is damaged, or there is no room on the disk</source>
        <translation>图片已损坏，或磁盘空间不足</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>前移</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>后移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Nothing here yet. Right-click a picture to make it a favourite.</source>
        <translation>这里还没有内容。右键单击图片即可收藏。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>CheckCard</name>
    <message>
        <source>Fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the fix for {title}</source>
        <translation>复制“{title}”的解决办法</translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>The window&apos;s state could not be saved</source>
        <translation>无法保存窗口状态</translation>
    </message>
    <message>
        <source>No camera was found, so the demo clip plays</source>
        <translation>未找到摄像头，正在播放演示片段</translation>
    </message>
    <message>
        <source>Plug in a camera and choose it above; everything else can be tried meanwhile</source>
        <translation>接入摄像头后可在上方选择；其他功能现在即可试用</translation>
    </message>
    <message>
        <source>Open the doctor</source>
        <translation>打开诊断</translation>
    </message>
</context>
<context>
    <name>DeviceBar</name>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Virtual camera</source>
        <translation>虚拟摄像头</translation>
    </message>
    <message>
        <source>Frame rate, delay and load</source>
        <translation>帧率、延迟和负载</translation>
    </message>
    <message>
        <source>{fps} fps · {latency} ms · {load} % CPU</source>
        <translation>{fps} 帧/秒 · {latency} 毫秒 · CPU {load}%</translation>
    </message>
    <message>
        <source>Camera {name}</source>
        <translation>摄像头 {name}</translation>
    </message>
    <message>
        <source>Demo clip</source>
        <translation>演示片段</translation>
    </message>
    <message>
        <source>Virtual camera: automatic</source>
        <translation>虚拟摄像头：自动</translation>
    </message>
</context>
<context>
    <name>DoctorPage</name>
    <message>
        <source>Doctor</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Checks cameras and the virtual camera, and says what to run where something is missing.</source>
        <translation>检查摄像头和虚拟摄像头；若有缺失，会说明该运行什么命令。</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) to mend</source>
        <translation>
            <numerusform>有 %n 个问题需要解决</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything needed is there.</source>
        <translation>所需组件均已就绪。</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>0</source>
        <translation>0°</translation>
    </message>
    <message>
        <source>180</source>
        <translation>180°</translation>
    </message>
    <message>
        <source>270</source>
        <translation>270°</translation>
    </message>
    <message>
        <source>90</source>
        <translation>90°</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Camera format</source>
        <translation>摄像头格式</translation>
    </message>
    <message>
        <source>Camera permission</source>
        <translation>摄像头权限</translation>
    </message>
    <message>
        <source>Camera portal</source>
        <translation>摄像头门户</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Device that meeting programs pick; auto takes the first.</source>
        <translation>会议软件所选用的设备；“自动”取第一个。</translation>
    </message>
    <message>
        <source>Drop small islands that are not part of a person.</source>
        <translation>去除不属于人物的零星小块。</translation>
    </message>
    <message>
        <source>Fine edges</source>
        <translation>精细边缘</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应方式</translation>
    </message>
    <message>
        <source>Flip yourself left to right; the background stays readable.</source>
        <translation>左右翻转您的画面；背景文字保持可读。</translation>
    </message>
    <message>
        <source>Follow hair and fingers at full resolution.</source>
        <translation>以全分辨率贴合发丝和手指。</translation>
    </message>
    <message>
        <source>Follow me</source>
        <translation>跟随我</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>How a background picture fills the frame.</source>
        <translation>背景图片如何填充画面。</translation>
    </message>
    <message>
        <source>How much closer you are shown, in percent.</source>
        <translation>画面放大的百分比。</translation>
    </message>
    <message>
        <source>How much dark parts are lifted.</source>
        <translation>提亮暗部的程度。</translation>
    </message>
    <message>
        <source>How much of the background&apos;s light falls on your edges.</source>
        <translation>背景光映在您轮廓边缘上的程度。</translation>
    </message>
    <message>
        <source>How strongly the mask is steadied where nothing moves; 0 turns it off.</source>
        <translation>画面静止处蒙版的稳定强度；0 为关闭。</translation>
    </message>
    <message>
        <source>Index, stable id, path or name of the camera.</source>
        <translation>摄像头的序号、固定标识、路径或名称。</translation>
    </message>
    <message>
        <source>Keep your head in the middle while zoomed in.</source>
        <translation>放大时让您的头部保持居中。</translation>
    </message>
    <message>
        <source>Left and right</source>
        <translation>左右位置</translation>
    </message>
    <message>
        <source>Let the camera go while no program reads the picture.</source>
        <translation>没有程序读取画面时释放摄像头。</translation>
    </message>
    <message>
        <source>Light wrap</source>
        <translation>环境光包裹</translation>
    </message>
    <message>
        <source>Low light</source>
        <translation>弱光提亮</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Name or path of the segmentation model; auto takes the best that is here.</source>
        <translation>分割模型的名称或路径；“自动”取本机最好的一个。</translation>
    </message>
    <message>
        <source>OBS virtual camera</source>
        <translation>OBS 虚拟摄像头</translation>
    </message>
    <message>
        <source>Of the camera&apos;s picture.</source>
        <translation>调整摄像头画面。</translation>
    </message>
    <message>
        <source>Of the picture that leaves, in pixels.</source>
        <translation>输出画面的像素数。</translation>
    </message>
    <message>
        <source>Of the picture that leaves, per second.</source>
        <translation>输出画面每秒的帧数。</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Predict every second frame and carry the mask between.</source>
        <translation>每两帧预测一次，其间沿用蒙版。</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Remove stray blobs</source>
        <translation>去除零散斑块</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>推理引擎</translation>
    </message>
    <message>
        <source>Save power</source>
        <translation>省电</translation>
    </message>
    <message>
        <source>Secure Boot</source>
        <translation>安全启动</translation>
    </message>
    <message>
        <source>Sleep when unwatched</source>
        <translation>无人观看时休眠</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Treat the video as upright even if it is wider than high.</source>
        <translation>即使画面宽大于高，也按竖屏处理。</translation>
    </message>
    <message>
        <source>Turn of the camera&apos;s picture, clockwise.</source>
        <translation>将摄像头画面顺时针旋转。</translation>
    </message>
    <message>
        <source>Unity Capture</source>
        <translation>Unity Capture</translation>
    </message>
    <message>
        <source>Up and down</source>
        <translation>上下位置</translation>
    </message>
    <message>
        <source>Upright video</source>
        <translation>竖屏视频</translation>
    </message>
    <message>
        <source>Virtual camera</source>
        <translation>虚拟摄像头</translation>
    </message>
    <message>
        <source>Warmth</source>
        <translation>色温</translation>
    </message>
    <message>
        <source>What computes the mask.</source>
        <translation>用什么计算蒙版。</translation>
    </message>
    <message>
        <source>What is asked of the camera.</source>
        <translation>向摄像头请求的格式。</translation>
    </message>
    <message>
        <source>What stands behind you.</source>
        <translation>您身后显示的内容。</translation>
    </message>
    <message>
        <source>What the mask is computed in; auto takes bf16 for videos where the processor has it, f32 for pictures.</source>
        <translation>计算蒙版所用的精度；“自动”在处理器支持时对视频用 bf16，对图片用 f32。</translation>
    </message>
    <message>
        <source>Which part is shown while zoomed in.</source>
        <translation>放大时显示哪一部分。</translation>
    </message>
    <message>
        <source>White balance of the camera&apos;s picture: cooler or warmer.</source>
        <translation>摄像头画面的白平衡：偏冷或偏暖。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>alpha on modest machines</source>
        <translation>适合普通电脑的透明度抠像</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>bf16</source>
        <translation>bf16</translation>
    </message>
    <message>
        <source>contain</source>
        <translation>完整显示</translation>
    </message>
    <message>
        <source>cover</source>
        <translation>填满</translation>
    </message>
    <message>
        <source>f16</source>
        <translation>f16</translation>
    </message>
    <message>
        <source>f32</source>
        <translation>f32</translation>
    </message>
    <message>
        <source>hair in large stills</source>
        <translation>大幅静态图中的发丝</translation>
    </message>
    <message>
        <source>hair in stills and renders, the fastest matting</source>
        <translation>静态图和渲染中的发丝，最快的抠像</translation>
    </message>
    <message>
        <source>hair in stills and renders, the most exact</source>
        <translation>静态图和渲染中的发丝，最精确</translation>
    </message>
    <message>
        <source>mjpeg</source>
        <translation>MJPEG</translation>
    </message>
    <message>
        <source>openvino</source>
        <translation>OpenVINO</translation>
    </message>
    <message>
        <source>paddle</source>
        <translation>Paddle</translation>
    </message>
    <message>
        <source>people in very large stills</source>
        <translation>超大静态图中的人物</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>stills and renders</source>
        <translation>静态图和渲染</translation>
    </message>
    <message>
        <source>stills and renders, small and exact</source>
        <translation>静态图和渲染，小而精确</translation>
    </message>
    <message>
        <source>stills with a trimap; without one it is made from a portrait model&apos;s mask</source>
        <translation>带三分图的静态图；没有时由人像模型的蒙版生成</translation>
    </message>
    <message>
        <source>stretch</source>
        <translation>拉伸</translation>
    </message>
    <message>
        <source>video calls, where 0.6 MB of weights matter</source>
        <translation>视频通话，适合在意权重大小的场合</translation>
    </message>
    <message>
        <source>video calls; the default</source>
        <translation>视频通话；默认模型</translation>
    </message>
    <message>
        <source>whole bodies and several people, live</source>
        <translation>全身和多人，实时</translation>
    </message>
    <message>
        <source>whole bodies and several people, on a graphics card</source>
        <translation>全身和多人，需要显卡</translation>
    </message>
    <message>
        <source>whole bodies and several people, renders and strong machines</source>
        <translation>全身和多人，渲染和高性能电脑</translation>
    </message>
    <message>
        <source>whole bodies and several people, the best of the small ones</source>
        <translation>全身和多人，小模型中最好的</translation>
    </message>
    <message>
        <source>whole bodies and several people, the smallest</source>
        <translation>全身和多人，最小的模型</translation>
    </message>
</context>
<context>
    <name>GalleryModel</name>
    <message>
        <source>{title}, can&apos;t be read</source>
        <translation>{title}，无法读取</translation>
    </message>
    <message>
        <source>{title}, favourite</source>
        <translation>{title}，已收藏</translation>
    </message>
</context>
<context>
    <name>GalleryView</name>
    <message>
        <source>Pictures and videos</source>
        <translation>图片和视频</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>会议</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Starting the camera…</source>
        <translation>正在启动摄像头…</translation>
    </message>
</context>
<context>
    <name>MeetingsPage</name>
    <message>
        <source>Use it in a meeting</source>
        <translation>在会议中使用</translation>
    </message>
    <message>
        <source>Press Start, then pick Cyclorama as the camera in your meeting program:</source>
        <translation>点击“开始”，然后在会议软件中选择 Cyclorama 作为摄像头：</translation>
    </message>
    <message>
        <source>Arrow beside the camera button → Cyclorama.</source>
        <translation>摄像头按钮旁的箭头 → Cyclorama。</translation>
    </message>
    <message>
        <source>Three dots → Settings → Video → Camera → Cyclorama.</source>
        <translation>三个点 → 设置 → 视频 → 摄像头 → Cyclorama。</translation>
    </message>
    <message>
        <source>More → Settings → Devices → Camera → Cyclorama.</source>
        <translation>更多 → 设置 → 设备 → 摄像头 → Cyclorama。</translation>
    </message>
    <message>
        <source>Arrow beside the video button → Camera → Cyclorama.</source>
        <translation>视频按钮旁的箭头 → 摄像头 → Cyclorama。</translation>
    </message>
    <message>
        <source>Sources → + → Video Capture Device → Cyclorama.</source>
        <translation>来源 → + → 视频采集设备 → Cyclorama。</translation>
    </message>
    <message>
        <source>Cyclorama is not listed? A program that was open before Start may have to be restarted. Turn off the program&apos;s own background effect.</source>
        <translation>列表中没有 Cyclorama？在点击“开始”之前就已打开的程序可能需要重新启动。请关闭会议软件自带的背景效果。</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Download of {title}</source>
        <translation>{title} 的下载进度</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Choose the best model by itself</source>
        <translation>自动选择最佳模型</translation>
    </message>
    <message>
        <source>Everything is computed on this machine.</source>
        <translation>一切都在本机计算。</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>A model of your own, as PaddleSeg exports it</source>
        <translation>您自己的模型，由 PaddleSeg 导出</translation>
    </message>
    <message>
        <source>Comes with the app</source>
        <translation>随应用提供</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>The download was cancelled</source>
        <translation>下载已取消</translation>
    </message>
    <message>
        <source>Start it again to go on from there</source>
        <translation>再次开始即可断点续传</translation>
    </message>
    <message>
        <source>The model is ready</source>
        <translation>模型已就绪</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>导入模型</translation>
    </message>
</context>
<context>
    <name>PreviewWidget</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>The picture that others see</source>
        <translation>他人看到的画面</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>No setting matches</source>
        <translation>没有匹配的设置</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Text size, %</source>
        <translation>文字大小（%）</translation>
    </message>
    <message>
        <source>Keep running in the tray when closed</source>
        <translation>关闭窗口后在托盘中继续运行</translation>
    </message>
    <message>
        <source>Start in the tray</source>
        <translation>启动到托盘</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>登录时启动</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>配置方案</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置方案</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the profile</source>
        <translation>删除此配置方案</translation>
    </message>
    <message>
        <source>Name of a new profile</source>
        <translation>新配置方案的名称</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Keeps the present settings under this name</source>
        <translation>以此名称保存当前设置</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Every setting back to what it was at first</source>
        <translation>所有设置恢复初始值</translation>
    </message>
    <message>
        <source>Settings were reset</source>
        <translation>设置已重置</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{name} is not there</source>
        <translation>{name} 不存在</translation>
    </message>
    <message>
        <source>Settings were imported</source>
        <translation>设置已导入</translation>
    </message>
    <message>
        <source>Settings were exported</source>
        <translation>设置已导出</translation>
    </message>
    <message>
        <source>Usual settings</source>
        <translation>常用设置</translation>
    </message>
    <message>
        <source>This can&apos;t be changed</source>
        <translation>无法更改</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>导入设置</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>导出设置</translation>
    </message>
    <message>
        <source>The language changes with the next start</source>
        <translation>语言将在下次启动时切换</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>fps</source>
        <translation>帧/秒</translation>
    </message>
    <message>
        <source>Delay, camera to meeting</source>
        <translation>延迟（摄像头到会议）</translation>
    </message>
    <message>
        <source>Load, 100 % is one core</source>
        <translation>负载（100% 为一个核心）</translation>
    </message>
    <message>
        <source>Show figures over the preview</source>
        <translation>在预览上显示数据</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>For a bug report: no pictures, no file names</source>
        <translation>用于反馈问题：不含图片和文件名</translation>
    </message>
    <message>
        <source>Frames in</source>
        <translation>输入帧</translation>
    </message>
    <message>
        <source>Frames out</source>
        <translation>输出帧</translation>
    </message>
    <message>
        <source>Frames dropped</source>
        <translation>丢弃帧</translation>
    </message>
    <message>
        <source>Delay p50 · p95</source>
        <translation>延迟 p50 · p95</translation>
    </message>
    <message>
        <source>Stage {name} p50 · p95</source>
        <translation>阶段 {name} p50 · p95</translation>
    </message>
    <message>
        <source>Camera picture</source>
        <translation>摄像头画面</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>推理引擎</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Where do I find it?</source>
        <translation>在哪里选择？</translation>
    </message>
    <message>
        <source>Pause: the camera is off, others see a still</source>
        <translation>暂停：摄像头关闭，他人看到静态画面</translation>
    </message>
    <message>
        <source>Freeze: others see the last picture</source>
        <translation>定格：他人看到最后一帧</translation>
    </message>
    <message>
        <source>Compare with the camera</source>
        <translation>与摄像头原画面对比</translation>
    </message>
    <message>
        <source>Show the mask</source>
        <translation>显示蒙版</translation>
    </message>
    <message>
        <source>Mirror for me; others see you as you are</source>
        <translation>仅对我镜像；他人看到的不变</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>See the message above.</source>
        <translation>请看上方的消息。</translation>
    </message>
    <message>
        <source>Your camera is off.</source>
        <translation>您的摄像头已关闭。</translation>
    </message>
    <message>
        <source>Only you see this</source>
        <translation>只有您能看到</translation>
    </message>
    <message>
        <source>Press Start to send it to your meeting.</source>
        <translation>点击“开始”即可发送到会议。</translation>
    </message>
    <message>
        <source>Not sending yet</source>
        <translation>尚未发送</translation>
    </message>
    <message>
        <source>Opening the virtual camera…</source>
        <translation>正在打开虚拟摄像头…</translation>
    </message>
    <message>
        <source>Your meeting can pick it in a moment.</source>
        <translation>稍后即可在会议中选择。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Your camera is off; others see a still.</source>
        <translation>您的摄像头已关闭；他人看到静态画面。</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>已定格</translation>
    </message>
    <message>
        <source>Others see the last picture.</source>
        <translation>他人看到最后一帧。</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Pick Cyclorama in Zoom, Meet or Teams.</source>
        <translation>请在 Zoom、Meet 或 Teams 中选择 Cyclorama。</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show Cyclorama</source>
        <translation>显示 Cyclorama</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置方案</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Usual settings</source>
        <translation>常用设置</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Running again</source>
        <translation>已恢复运行</translation>
    </message>
    <message>
        <source>Everything is as it was.</source>
        <translation>一切恢复正常。</translation>
    </message>
</context>
</TS>
